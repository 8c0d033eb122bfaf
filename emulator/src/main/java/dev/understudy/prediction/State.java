package dev.understudy.prediction;

/** What a job is doing at some moment. Jobs move forward only: queued, processing, ended. */
public sealed interface State {

    /** In one word: {@code queued}, {@code processing}, {@code completed}, {@code failed} or {@code deleted}. */
    String word();

    record Queued() implements State {
        @Override
        public String word() {
            return "queued";
        }
    }

    record Processing() implements State {
        @Override
        public String word() {
            return "processing";
        }
    }

    record Ended(Outcome outcome) implements State {
        @Override
        public String word() {
            if (outcome instanceof Outcome.Completed) {
                return "completed";
            }
            if (outcome instanceof Outcome.Cancelled) {
                return "cancelled";
            }
            return outcome instanceof Outcome.Failed ? "failed" : "deleted";
        }
    }
}
