package dev.understudy.contract.live;

import dev.understudy.contract.target.TargetKind;
import dev.understudy.contract.target.TargetProvider;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * Counts as the real service for the kit's own tests: a server on this machine, told in the environment. Only the class
 * path of the tests has it, so no option of the kit can make evidence of what it says.
 */
public final class StandInLive implements TargetProvider {
    static final String URL = "STAND_IN_URL";
    static final String GAP = "STAND_IN_GAP";

    @Override
    public String name() {
        return "stand-in";
    }

    @Override
    public TargetKind kind() {
        return TargetKind.LIVE;
    }

    @Override
    public Duration minimumGap() {
        return Duration.parse(Optional.ofNullable(System.getenv(GAP)).orElse("PT0S"));
    }

    @Override
    public boolean isReal(URI origin) {
        return isStandIn(origin);
    }

    static boolean isStandIn(URI origin) {
        return "127.0.0.1".equals(origin.getHost());
    }

    @Override
    public Started start() {
        return new Started(URI.create(System.getenv(URL)), () -> {});
    }
}
