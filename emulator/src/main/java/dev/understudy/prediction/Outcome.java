package dev.understudy.prediction;

import java.util.List;

/** How a job ends. */
public sealed interface Outcome {

    /** Two that have made the same are equal. */
    abstract non-sealed class Completed implements Outcome {

        /** What the job has made, the same at each call. It may be worked out anew, where that spares keeping it. */
        public abstract List<Output> outputs();

        /** One that has its outputs with it. */
        public static Completed with(Output... outputs) {
            List<Output> made = List.of(outputs);
            return new Completed() {
                @Override
                public List<Output> outputs() {
                    return made;
                }
            };
        }

        @Override
        public final boolean equals(Object other) {
            return other instanceof Completed completed && outputs().equals(completed.outputs());
        }

        @Override
        public final int hashCode() {
            return outputs().hashCode();
        }

        @Override
        public final String toString() {
            return "Completed[outputs=" + outputs() + "]";
        }
    }

    /** @param error one sentence that names what was found */
    record Failed(Failure failure, String error) implements Outcome {}

    /** Its owner called it off before its end; what it would have made is lost. */
    record Cancelled() implements Outcome {}

    /** Its owner deleted it, before or after its end. */
    record Deleted() implements Outcome {}
}
