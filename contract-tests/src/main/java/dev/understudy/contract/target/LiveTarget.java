package dev.understudy.contract.target;

import dev.understudy.contract.register.Provider;
import java.time.Duration;

/** The real services, each at its own host. Behind a spend guard always: the run sees to that, and nothing is sent to its host without one. */
public final class LiveTarget implements TargetProvider {
    static final String NAME = "live";

    // Real videos take minutes, and nobody gains by asking for them five times a second.
    private static final Pacing PACING = new Pacing(Duration.ofMinutes(10), Duration.ofSeconds(3));

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public TargetKind kind() {
        return TargetKind.LIVE;
    }

    @Override
    public Pacing pacing() {
        return PACING;
    }

    @Override
    public Duration minimumGap() {
        return Duration.ofSeconds(1);
    }

    @Override
    public Started start() {
        return start(Provider.WAVESPEED);
    }

    @Override
    public Started start(Provider provider) {
        return new Started(
                provider.origin()
                        .orElseThrow(() -> new TargetException("No host is known that answers " + provider.title()
                                + "; name the server that is to be looked at: --target URL")),
                () -> {});
    }
}
