package dev.understudy.prediction;

import java.util.List;

/** How a job ends. */
public sealed interface Outcome {

    record Completed(List<Output> outputs) implements Outcome {
        public Completed {
            outputs = List.copyOf(outputs);
        }
    }

    /** @param error one sentence that names what was found */
    record Failed(Failure failure, String error) implements Outcome {}

    /** Its owner called it off before its end; what it would have made is lost. */
    record Cancelled() implements Outcome {}

    /** Its owner deleted it, before or after its end. */
    record Deleted() implements Outcome {}
}
