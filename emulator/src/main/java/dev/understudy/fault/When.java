package dev.understudy.fault;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** When a rule strikes, of the calls and jobs that it is about. */
public sealed interface When {

    Verdict judge(Moment moment);

    /** Whether all that it can strike is behind it. */
    default boolean isOver(long struck, Instant now) {
        return false;
    }

    private static void requirePositive(String field, int number) {
        if (number < 1) {
            throw RuleException.wrong(field, "must be at least 1");
        }
    }

    /** Each one. */
    record Always() implements When {
        @Override
        public Verdict judge(Moment moment) {
            return Verdict.STRIKES;
        }
    }

    /** The next so many. */
    record Next(int times) implements When {
        public Next {
            requirePositive("next", times);
        }

        @Override
        public Verdict judge(Moment moment) {
            return isOver(moment.struck(), moment.at()) ? Verdict.OUT_OF_TIME : Verdict.STRIKES;
        }

        @Override
        public boolean isOver(long struck, Instant now) {
            return struck >= times;
        }
    }

    /** The nth, and each nth after it. */
    record Every(int nth) implements When {
        public Every {
            requirePositive("every", nth);
        }

        @Override
        public Verdict judge(Moment moment) {
            return moment.number() % nth == 0 ? Verdict.STRIKES : Verdict.PASSES;
        }
    }

    /** Those from one point in time on, and before another, on the sandbox's clock. */
    record Between(Optional<Instant> from, Optional<Instant> to) implements When {
        @Override
        public Verdict judge(Moment moment) {
            boolean begun = from.map(first -> !moment.at().isBefore(first)).orElse(true);
            return begun && !isOver(moment.struck(), moment.at()) ? Verdict.STRIKES : Verdict.OUT_OF_TIME;
        }

        @Override
        public boolean isOver(long struck, Instant now) {
            return to.map(end -> !now.isBefore(end)).orElse(false);
        }
    }

    /** Each with this probability. */
    record WithProbability(double probability) implements When {
        public WithProbability {
            if (!(probability >= 0 && probability <= 1)) {
                throw RuleException.wrong("probability", "must be a number from 0 to 1");
            }
        }

        @Override
        public Verdict judge(Moment moment) {
            return Verdict.of(moment.drawn(moment.key(), probability));
        }
    }

    /**
     * Those within certain windows of time. Time since the sandbox began is cut into slots; a slot has a window with
     * this probability, which begins at a drawn moment of it.
     *
     * @param lasts not longer than {@code every}
     */
    record Windows(Duration every, Duration lasts, double probability) implements When {
        @Override
        public Verdict judge(Moment moment) {
            long slot = Math.floorDiv(moment.sinceStart().toMillis(), every.toMillis());
            Drawn happens = moment.drawn("slot " + slot, probability);
            Duration begins = moment.draw().child("begins").child(slot).between(Duration.ZERO, every.minus(lasts));
            Duration within =
                    moment.sinceStart().minus(every.multipliedBy(slot)).minus(begins);
            boolean open = !within.isNegative() && within.compareTo(lasts) < 0;
            return open && happens.strikes() ? Verdict.of(happens) : Verdict.OUT_OF_TIME;
        }
    }
}
