package dev.understudy.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.understudy.catalog.Catalog;
import dev.understudy.catalog.Model;
import dev.understudy.prediction.Failure;
import dev.understudy.prediction.Outcome;
import dev.understudy.prediction.Prediction;
import dev.understudy.prediction.Timed;
import dev.understudy.time.Draw;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class LedgerTest {

    private static final Model WALK =
            Catalog.sora2().find("openai/sora-2/text-to-video").orElseThrow();
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final BigDecimal PRICE = new BigDecimal("0.3");
    private static final Outcome FAILED = new Outcome.Failed(Failure.TASK_FAILED, "no");
    private static final Outcome COMPLETED = Outcome.Completed.with();

    private Instant now = START;
    private final AtomicLong submitted = new AtomicLong();
    private final Ledger ledger = new Ledger(new BigDecimal("1000000"), new Draw(1), () -> now);

    @Test
    void refundsAreBookedInTheOrderOfTheirEndsAndDatedAtThem() {
        Prediction slow = submit(Duration.ofSeconds(30));
        Prediction quick = submit(Duration.ofSeconds(10));
        ledger.foresee(slow, FAILED);
        ledger.foresee(quick, FAILED);
        now = START.plusSeconds(60);

        assertThat(search(Set.of(), true, 1).items())
                .extracting(
                        billing -> billing.entry().prediction(),
                        billing -> billing.entry().at())
                .startsWith(tuple(slow.id(), START.plusSeconds(30)), tuple(quick.id(), START.plusSeconds(10)));
    }

    @Test
    void aJobThatIsFoundToFailAfterItsTimeIsRefundedAtThatMoment() {
        Prediction job = submit(Duration.ofSeconds(1));
        now = START.plusSeconds(100);
        assertThat(ledger.balance()).isEqualByComparingTo("999999.7");
        assertThat(search(Set.of(job.id()), false, 1).items())
                .extracting(Billing::status)
                .containsExactly(Billing.Status.PROCESSING);

        ledger.foresee(job, FAILED);
        assertThat(ledger.balance()).isEqualByComparingTo("1000000");
        assertThat(search(Set.of(job.id()), false, 1).items())
                .extracting(billing -> billing.entry().at())
                .containsExactly(START, START.plusSeconds(100));
    }

    @Test
    void aJobThatNobodyEverDecidesOnStaysCharged() {
        submit(Duration.ofSeconds(1));
        now = START.plus(Duration.ofDays(365));

        assertThat(ledger.balance()).isEqualByComparingTo("999999.7");
    }

    @Test
    void aPriceThatTheBalanceDoesNotCoverMakesNoJob() {
        Ledger poor = new Ledger(new BigDecimal("0.299"), new Draw(1), () -> now);

        assertThatThrownBy(() -> poor.charge(now, WALK, PRICE, Optional.empty(), () -> {
                    throw new AssertionError("made a job");
                }))
                .isInstanceOf(Refused.class)
                .hasMessage("the job costs 0.3 USD, and the balance is 0.299 USD");
        assertThat(poor.balance()).isEqualByComparingTo("0.299");
    }

    @Test
    void ofManyThreadsExactlyAsManyAreServedAsTheBalanceCovers() throws Exception {
        Ledger small = new Ledger(PRICE.multiply(BigDecimal.TEN), new Draw(1), () -> now);
        ExecutorService threads = Executors.newFixedThreadPool(64);
        try {
            Callable<Integer> submit = () -> served(small);
            int served = 0;
            for (Future<Integer> answer : threads.invokeAll(Collections.nCopies(64, submit))) {
                served += answer.get();
            }
            assertThat(served).isEqualTo(10);
            assertThat(small.balance()).isZero();
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void aClockThatSeemsToGoBackDoesNotPutLinesOutOfOrder() {
        submit(Duration.ZERO);
        now = START.minusMillis(1);
        submit(Duration.ZERO);

        assertThat(search(Set.of(), false, 1).items())
                .extracting(billing -> billing.entry().at())
                .containsExactly(START, START);
    }

    @Test
    void theOldestLinesGoButTheSumsRemainAndALateRefundStillComes() {
        Prediction late = submit(Duration.ofSeconds(1));
        Prediction due = submit(Duration.ofDays(1));
        ledger.foresee(due, FAILED);
        for (int i = 0; i < Ledger.MOST; i++) {
            now = START.plusMillis(i);
            ledger.foresee(submit(Duration.ofSeconds(1)), COMPLETED);
        }

        assertThat(search(Set.of(), false, 1).total()).isEqualTo(Ledger.MOST * 9 / 10 + 2);
        assertThat(search(Set.of(due.id()), false, 1).items()).isEmpty();
        assertThat(usage().lines())
                .hasSize(1)
                .allSatisfy(line -> assertThat(line.jobs()).isEqualTo(Ledger.MOST * 9 / 10 + 2));
        assertThat(ledger.statement().models()).singleElement().satisfies(costs -> {
            assertThat(costs.jobs()).isEqualTo(Ledger.MOST + 2);
            assertThat(costs.charged()).isEqualByComparingTo(PRICE.multiply(BigDecimal.valueOf(Ledger.MOST + 2)));
        });
        ledger.foresee(late, FAILED);
        now = START.plus(Duration.ofDays(2));
        assertThat(ledger.statement().refunded()).isEqualByComparingTo("0.6");
        assertThat(ledger.balance()).isEqualByComparingTo(ledger.statement().balance());
        assertThat(search(Set.of(), true, 1).items())
                .extracting(Billing::status)
                .startsWith(Billing.Status.FAILED, Billing.Status.FAILED, Billing.Status.COMPLETED);
    }

    @Test
    void aChargeIsFoundByItsJobWhateverWasLookedUpOrThrownAwayBefore() {
        Prediction first = completed();
        assertThat(ledger.price(first.id())).contains(PRICE);
        for (int i = 2; i < Ledger.MOST; i++) {
            completed();
        }
        Prediction last = completed();
        assertThat(ledger.price(first.id())).contains(PRICE);
        assertThat(ledger.price(last.id())).contains(PRICE);

        Prediction one = completed();

        assertThat(ledger.price(first.id())).isEmpty();
        assertThat(ledger.price(last.id())).contains(PRICE);
        assertThat(search(Set.of(first.id(), last.id(), one.id()), false, 1).items())
                .extracting(billing -> billing.entry().prediction(), Billing::status)
                .containsExactlyInAnyOrder(
                        tuple(last.id(), Billing.Status.COMPLETED), tuple(one.id(), Billing.Status.COMPLETED));
    }

    private Prediction completed() {
        Prediction job = submit(Duration.ZERO);
        ledger.foresee(job, COMPLETED);
        return job;
    }

    // Between the look at the balance and the booking, others get every chance to come in between.
    private int served(Ledger small) {
        try {
            small.charge(now, WALK, PRICE, Optional.empty(), () -> {
                LockSupport.parkNanos(1_000_000);
                return job(Duration.ZERO);
            });
            return 1;
        } catch (Refused e) {
            return 0;
        }
    }

    private Prediction submit(Duration takes) {
        return ledger.charge(now, WALK, PRICE, Optional.empty(), () -> job(takes));
    }

    private Prediction job(Duration takes) {
        return new Prediction(
                new Draw(submitted.getAndIncrement()).hex32(),
                WALK.slug(),
                Map.of(),
                now,
                Timed.of(now, Duration.ZERO, takes),
                List.of());
    }

    private BillingPage search(Set<String> predictions, boolean newestFirst, int page) {
        return ledger.search(new BillingQuery(
                Optional.empty(), predictions, Optional.empty(), Instant.MIN, Instant.MAX, newestFirst, page, 10));
    }

    private Usage usage() {
        return ledger.usage(Instant.MIN, Instant.MAX, Optional.of(WALK.slug()));
    }
}
