package dev.understudy.client;

import java.util.List;
import java.util.OptionalInt;

/** How a prediction ended: one type for each terminal status. */
public sealed interface Outcome {
    Prediction prediction();

    /** @param outputs may be empty all the same: services have been seen to do that */
    record Completed(Prediction prediction, List<Output> outputs) implements Outcome {
        public Completed {
            outputs = List.copyOf(outputs);
        }

        Output first() {
            return outputs.isEmpty() ? null : outputs.get(0);
        }
    }

    /** @param code 1200 to 5004 in the documentation; often absent */
    record Failed(Prediction prediction, OptionalInt code, String error) implements Outcome {}

    record Cancelled(Prediction prediction) implements Outcome {}

    /** The service gave the job up. The caller's own patience is {@link AwaitTimeoutException}. */
    record TimedOut(Prediction prediction) implements Outcome {}

    record Deleted(Prediction prediction) implements Outcome {}

    /** @throws PredictionFailedException when this is anything but {@link Completed} */
    default Completed orThrow() {
        if (this instanceof Completed completed) {
            return completed;
        }
        throw new PredictionFailedException(prediction(), prediction().error());
    }

    /** @throws IllegalArgumentException when the prediction has not ended */
    static Outcome of(Prediction prediction) {
        return switch (prediction.status()) {
            case COMPLETED -> new Completed(prediction, prediction.outputs());
            case FAILED -> new Failed(prediction, prediction.code(), prediction.error());
            case CANCELLED -> new Cancelled(prediction);
            case TIMEOUT -> new TimedOut(prediction);
            case DELETED -> new Deleted(prediction);
            default -> throw new IllegalArgumentException("Not ended yet: " + prediction.statusWord());
        };
    }
}
