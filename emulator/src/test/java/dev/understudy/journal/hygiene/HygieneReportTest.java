package dev.understudy.journal.hygiene;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.fault.Fault;
import dev.understudy.fault.Origin;
import dev.understudy.fault.Struck;
import dev.understudy.journal.Asked;
import dev.understudy.journal.Entry;
import dev.understudy.journal.Told;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each rule at its threshold, on made-up journals. */
class HygieneReportTest {

    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    private static final String JOB = "0123456789abcdef0123456789abcdef";
    private static final Jobs ENDED = new Jobs() {
        @Override
        public boolean hasEnded(String id) {
            return true;
        }

        @Override
        public Optional<BigDecimal> price(String id) {
            return Optional.of(new BigDecimal("0.40"));
        }
    };

    private final List<Entry> entries = new ArrayList<>();
    private long real;
    private Instant shown = START;

    private HygieneReport report() {
        return HygieneReport.of(entries, 0, ENDED);
    }

    private int count(HygieneRule rule) {
        return report().finding(rule).count();
    }

    private HygieneReportTest after(long realMillis, long shownMillis) {
        real += Duration.ofMillis(realMillis).toNanos();
        shown = shown.plusMillis(shownMillis);
        return this;
    }

    private HygieneReportTest call(
            String operation, String path, String digest, int status, Told told, Optional<String> job, Struck... by) {
        String method = digest.isEmpty() ? "GET" : "POST";
        Asked asked = new Asked(operation, method, path, "", "", false, 0, digest, Optional.empty());
        entries.add(new Entry.Call(entries.size() + 1, shown, real, asked, told, job, List.of(by), List.of()));
        return this;
    }

    private HygieneReportTest poll(int status, String said, Struck... by) {
        boolean ended = said.equals("completed") || said.equals("failed");
        Optional<Told.Shown> shows = status == 200 ? Optional.of(new Told.Shown(said, ended)) : Optional.empty();
        Told told = new Told(status, 1, Optional.empty(), shows);
        return call("wavespeed.result", "/api/v3/predictions/" + JOB, "", status, told, Optional.of(JOB), by);
    }

    private HygieneReportTest submit(int status, Struck... by) {
        Optional<Told.Shown> shows = status == 200 ? Optional.of(new Told.Shown("created", false)) : Optional.empty();
        Told told = new Told(status, 1, Optional.empty(), shows);
        return call(
                "wavespeed.submit",
                "/api/v3/m",
                "aa",
                status,
                told,
                Optional.of(JOB).filter(job -> status == 200),
                by);
    }

    private static Struck by(Fault fault) {
        return new Struck(fault, new Origin.Header(), Optional.empty());
    }

    @Test
    void aClientThatBehavesGetsAnA() {
        submit(200)
                .after(1_000, 0)
                .poll(200, "processing")
                .after(1_000, 0)
                .poll(200, "completed")
                .poll(200, "completed");

        assertThat(report().grade()).isEqualTo(Grade.A);
        assertThat(report().findings()).hasSize(HygieneRule.values().length).allMatch(Finding::isKept);
    }

    @ParameterizedTest
    @CsvSource({"899, 0, 1", "900, 0, 0", "0, 899, 1", "0, 900, 0", "500, 500, 1", "10, 5000, 0", "5000, 10, 0"})
    void theLongerOfRealTimeAndTheSandboxsCounts(long realMillis, long shownMillis, int found) {
        poll(200, "queued").after(realMillis, shownMillis).poll(200, "processing");

        assertThat(count(HygieneRule.POLL_GENTLY)).isEqualTo(found);
    }

    @Test
    void evidenceNamesTheEntries() {
        poll(200, "queued").after(40, 0).poll(200, "processing");

        assertThat(report().finding(HygieneRule.POLL_GENTLY).evidence())
                .containsExactly(new Evidence(List.of(1L, 2L), START, "polled again after 0.040 s"));
        assertThat(report().grade()).isEqualTo(Grade.C);
        assertThat(report().describe()).contains("grade C", "polls faster than advised, 1×", "entries [1, 2]");
    }

    @Test
    void oneMoreReadAfterTheEndIsAllowedAndNoMore() {
        poll(200, "completed").after(5_000, 0).poll(200, "completed");
        assertThat(count(HygieneRule.STOP_AT_THE_END)).isZero();

        after(5_000, 0).poll(200, "completed");
        assertThat(count(HygieneRule.STOP_AT_THE_END)).isEqualTo(1);
        assertThat(report().grade()).isEqualTo(Grade.B);
    }

    @Test
    void anEndThatDidNotArriveIsNoEnd() {
        poll(200, "completed", by(new Fault.Reset()))
                .after(5_000, 0)
                .poll(200, "completed")
                .poll(200, "completed");

        assertThat(count(HygieneRule.STOP_AT_THE_END)).isZero();
    }

    @ParameterizedTest
    @CsvSource({"2899, 1", "2900, 0", "3000, 0"})
    void retryAfterIsHeldAgainstTheNextSameCall(long millis, int found) {
        Told told = new Told(429, 1, Optional.of("3"), Optional.empty());
        call("wavespeed.submit", "/api/v3/m", "aa", 429, told, Optional.empty())
                .after(100, 0)
                .poll(200, "queued")
                .after(millis - 100, 0)
                .submit(200);

        assertThat(count(HygieneRule.HONOUR_RETRY_AFTER)).isEqualTo(found);
        assertThat(count(HygieneRule.BACK_OFF)).isZero();
    }

    @ParameterizedTest
    @CsvSource({"429, 1", "500, 1", "503, 1", "504, 1", "400, 0", "404, 0"})
    void aFailureThatPassesWantsAWait(int status, int found) {
        submit(status).after(200, 0).submit(200);

        assertThat(count(HygieneRule.BACK_OFF)).isEqualTo(found);
        assertThat(count(HygieneRule.ACCEPT_REFUSALS)).isEqualTo(1 - found);
    }

    @Test
    void waitsHaveToGrow() {
        submit(503).after(2_000, 0).submit(503).after(2_000, 0).submit(503);
        assertThat(count(HygieneRule.BACK_OFF)).isZero();
        after(2_000, 0).submit(503);
        assertThat(count(HygieneRule.BACK_OFF)).isEqualTo(1);

        entries.clear();
        submit(503)
                .after(1_000, 0)
                .submit(503)
                .after(2_000, 0)
                .submit(503)
                .after(3_000, 0)
                .submit(200);
        assertThat(count(HygieneRule.BACK_OFF)).isZero();
    }

    @Test
    void submittingAgainAfterALostAnswerIsPaidTwice() {
        submit(200, by(new Fault.Reset()))
                .after(3_000, 0)
                .submit(200)
                .after(1_000, 0)
                .poll(200, "completed");

        assertThat(count(HygieneRule.SUBMIT_ONCE)).isEqualTo(1);
        assertThat(report().finding(HygieneRule.SUBMIT_ONCE).evidence().get(0).said())
                .contains("cost another 0.40 USD");
        assertThat(report().grade()).isEqualTo(Grade.F);

        entries.clear();
        submit(503, by(new Fault.ServerError(503)))
                .after(3_000, 0)
                .submit(200)
                .after(1_000, 0)
                .poll(200, "completed");
        assertThat(count(HygieneRule.SUBMIT_ONCE)).isZero();
    }

    @Test
    void theSameInputTwiceInAMomentIsOnlyNoted() {
        submit(200).after(1_000, 0).submit(200).after(1_000, 0).poll(200, "completed");

        assertThat(count(HygieneRule.LOOK_BEFORE_REPEATING)).isEqualTo(1);
        assertThat(report().grade()).isEqualTo(Grade.A);
    }

    @Test
    void anEndedJobWhoseEndNobodySawWasNeverRead() {
        submit(200).after(1_000, 0).poll(200, "processing");
        assertThat(count(HygieneRule.READ_RESULTS)).isEqualTo(1);

        entries.add(new Entry.JobNote(3, START, JOB, List.of("webhook to http://a.test/: HTTP 200")));
        assertThat(count(HygieneRule.READ_RESULTS)).isZero();
    }

    @Test
    void theKeyIsNotForTheMediaHost() {
        Asked asked = new Asked("storage.get", "GET", "/media/x", "", "", true, 0, "", Optional.empty());
        Told told = new Told(200, 1, Optional.empty(), Optional.empty());
        entries.add(new Entry.Call(1, START, 0, asked, told, Optional.empty(), List.of(), List.of()));

        assertThat(report().grade()).isEqualTo(Grade.F);
        assertThat(report().finding(HygieneRule.KEEP_THE_KEY).evidence().get(0).said())
                .isEqualTo("GET /media/x carried the key");
    }
}
