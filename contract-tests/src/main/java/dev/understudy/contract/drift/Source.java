package dev.understudy.contract.drift;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;

/** Where an exchange was seen. */
public enum Source {
    /** A recording of the real service. */
    @JsonProperty("evidence")
    EVIDENCE,
    /** The real service, in the latest run. */
    @JsonProperty("live")
    LIVE,
    /** A stand-in, in the latest run. */
    @JsonProperty("emulator")
    EMULATOR;

    /** What a target of this kind is; empty for the replay of a recording, which shows nothing that the recording does not. */
    public static Optional<Source> ofKind(String kind) {
        return switch (kind) {
            case "EMULATOR" -> Optional.of(EMULATOR);
            case "LIVE" -> Optional.of(LIVE);
            default -> Optional.empty();
        };
    }
}
