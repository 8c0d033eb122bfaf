package dev.understudy.contract.target;

import dev.understudy.contract.register.Provider;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** A target that has a name and is started by the kit. Found with {@link java.util.ServiceLoader}. */
public interface TargetProvider {
    /** Whether somebody else started it, so that it may be away. */
    default boolean isRemote() {
        return false;
    }

    /** The word that selects it, in {@code contract.target} or after {@code --target}. */
    String name();

    default TargetKind kind() {
        return TargetKind.EMULATOR;
    }

    default Pacing pacing() {
        return Pacing.IN_PROCESS;
    }

    /** The shortest time between two calls. */
    default Duration minimumGap() {
        return Duration.ZERO;
    }

    /** Whether what an origin says is evidence of the real service. */
    default boolean isReal(URI origin) {
        return LiveHost.isOrigin(origin);
    }

    /**
     * Starts it; called once in a run.
     *
     * @throws TargetException when it does not start
     */
    Started start();

    /**
     * Starts what answers the cases of one provider; called only where each has a host of its own, which is on a live target.
     *
     * @throws TargetException when it does not start
     */
    default Started start(Provider provider) {
        return start();
    }

    /**
     * A target that answers.
     *
     * @param baseUri where, without a path
     * @param stop ends it
     * @param player of recordings; empty for a target that has answers of its own
     */
    record Started(URI baseUri, Runnable stop, Optional<Player> player) {
        public Started(URI baseUri, Runnable stop) {
            this(baseUri, stop, Optional.empty());
        }
    }
}
