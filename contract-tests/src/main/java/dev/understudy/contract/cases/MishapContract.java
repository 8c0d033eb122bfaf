package dev.understudy.contract.cases;

import static dev.understudy.contract.api.ContractAssertions.assertThat;

import dev.understudy.contract.ContractCase;
import dev.understudy.contract.EmulatorOnly;
import dev.understudy.contract.api.Answer;
import dev.understudy.contract.api.Api;
import dev.understudy.contract.api.Control;
import java.time.Duration;
import java.util.Map;
import org.assertj.core.api.Assertions;

/** Jobs that do not end as they should. The time stands still and is pushed, so minutes take no time. */
final class MishapContract {
    private static final String NOT_ON_REQUEST = "such a job cannot be asked for";
    private static final Map<String, Object> VIDEO = Map.of("prompt", "A figure walks");
    private static final Duration LONG = Duration.ofMinutes(30);

    @ContractCase(
            id = "mishaps.late-failure",
            claims = {"PR-09", "PR-13"},
            cost = "free")
    @EmulatorOnly(reason = NOT_ON_REQUEST)
    void a_job_may_run_long_and_fail_at_last(Api api, Control control) {
        control.freeze();
        control.strikeNext("late-failure; delay=PT20M");
        Answer submitted = api.submit(Api.TEXT_TO_VIDEO, VIDEO);

        control.advance(Duration.ofMinutes(15));
        assertThat(poll(api, submitted)).succeeded().hasJson("/data/status", "\"processing\"");
        control.advance(LONG);
        assertThat(api.follow(submitted)).failed();
        control.allStruck();
    }

    @ContractCase(
            id = "mishaps.stuck",
            claims = {"PR-13"},
            cost = "free")
    @EmulatorOnly(reason = NOT_ON_REQUEST)
    void a_job_may_never_end(Api api, Control control) {
        control.freeze();
        control.strikeNext("stuck");
        Answer submitted = api.submit(Api.TEXT_TO_VIDEO, VIDEO);

        control.advance(Duration.ofDays(1));
        assertThat(poll(api, submitted))
                .succeeded()
                .hasText("/data/status", "created|queued|processing")
                .hasJson("/data/outputs", "[]");
        control.allStruck();
    }

    @ContractCase(
            id = "mishaps.vanished",
            claims = {"PR-14", "ER-01"},
            cost = "free")
    @EmulatorOnly(reason = NOT_ON_REQUEST)
    void a_job_may_be_known_no_more(Api api, Control control) {
        control.freeze();
        control.strikeNext("vanish; after=PT5M");
        Answer submitted = api.submit(Api.TEXT_TO_VIDEO, VIDEO);

        assertThat(poll(api, submitted)).succeeded();
        control.advance(LONG);
        assertThat(poll(api, submitted)).refusedWith(404);
        control.allStruck();
    }

    @ContractCase(
            id = "mishaps.moderated",
            claims = {"PR-15", "PR-09"},
            cost = "free")
    @EmulatorOnly(reason = "what is found offensive is not to be tried")
    void a_job_whose_content_is_sensitive_fails_with_1200(Api api, Control control) {
        control.strikeNext("moderated");

        assertThat(api.follow(api.submit(Api.TEXT_TO_VIDEO, VIDEO))).failedWith(1200);
        control.allStruck();
    }

    @ContractCase(
            id = "mishaps.empty-outputs",
            claims = {"PR-14"},
            cost = "free")
    @EmulatorOnly(reason = NOT_ON_REQUEST)
    void a_job_may_complete_with_nothing(Api api, Control control) {
        control.strikeNext("empty-outputs");

        assertThat(api.follow(api.submit(Api.TEXT_TO_VIDEO, VIDEO)).last())
                .succeeded()
                .hasJson("/data/status", "\"completed\"")
                .hasJson("/data/outputs", "[]");
        control.allStruck();
    }

    @ContractCase(
            id = "mishaps.stale-read",
            claims = {"PR-14", "PR-05"},
            cost = "free")
    @EmulatorOnly(reason = NOT_ON_REQUEST)
    void a_poll_may_be_behind_and_still_never_goes_back(Api api, Control control) {
        control.freeze();
        control.strikeNext("stale-read; polls=2");
        Answer submitted = api.submit(Api.TEXT_TO_VIDEO, VIDEO);
        control.advance(LONG);

        assertThat(poll(api, submitted)).succeeded().hasJson("/data/status", "\"processing\"");
        assertThat(poll(api, submitted)).succeeded().hasJson("/data/status", "\"processing\"");
        assertThat(api.follow(submitted)).movedOnlyForward().completed();
        control.allStruck();
    }

    @ContractCase(
            id = "sync.times-out",
            claims = {"SY-02"},
            cost = "free")
    @EmulatorOnly(reason = "a wait of 90 seconds cannot be asked for")
    void a_wait_that_is_too_long_says_so_and_the_job_goes_on(Api api, Control control) {
        control.strikeNext("sync-timeout");
        Answer answer = api.submit(Api.TEXT_TO_VIDEO, Map.of("prompt", "A figure walks", "enable_sync_mode", true));

        assertThat(answer)
                .succeeded()
                .hasJson("/data/status", "\"processing\"")
                .hasJson("/data/code", "5004")
                .hasText("/data/error", "Sync mode timed out.*");
        control.allStruck();
        Assertions.assertThat(api.follow(answer).end().path("status").asText()).isEqualTo("completed");
    }

    private static Answer poll(Api api, Answer submitted) {
        return api.result(submitted.data().path("id").asText());
    }
}
