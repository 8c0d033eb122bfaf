package dev.understudy.client;

import java.util.OptionalInt;

/** The prediction ended without what was asked for: failed, cancelled, timed out, deleted, or nothing usable inside. */
public final class PredictionFailedException extends WaveSpeedException {
    private static final long serialVersionUID = 1L;

    private final Integer code;

    PredictionFailedException(Prediction ended, String error) {
        super("Prediction " + ended.id() + " " + ended.statusWord() + ": " + error, ended.id(), null);
        this.code = ended.code().isPresent() ? ended.code().getAsInt() : null;
    }

    /** The task's own error code, 1200 to 5004 in the documentation; often absent. */
    public OptionalInt code() {
        return code == null ? OptionalInt.empty() : OptionalInt.of(code);
    }
}
