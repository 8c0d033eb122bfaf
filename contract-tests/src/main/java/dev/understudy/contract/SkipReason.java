package dev.understudy.contract;

import java.util.Arrays;
import java.util.Optional;

/** Why a case was not run. There is no other reason: a case that is skipped any other way is an error. */
public enum SkipReason {
    /** It costs more than is left. */
    BUDGET,
    /** The live target needs a key, and the environment has none. */
    NO_CREDENTIALS,
    /** A recording was to be played, and there is none. */
    NO_EVIDENCE,
    /** It cannot be asked of the real service. */
    EMULATOR_ONLY,
    /** It is about a provider whose API the target does not have. */
    NOT_SERVED,
    /** It was not selected. */
    FILTERED;

    String because(String explanation) {
        return name() + ": " + explanation;
    }

    /** The reason that a text of {@link #because} begins with; empty for any other text. */
    public static Optional<SkipReason> in(String text) {
        return Arrays.stream(values())
                .filter(reason -> text.startsWith(reason.name() + ": "))
                .findFirst();
    }
}
