package dev.understudy.contract.live;

import dev.understudy.contract.replay.ReplayTarget;
import dev.understudy.contract.target.TargetKind;
import dev.understudy.contract.target.TargetProvider;
import java.net.URI;

/** Plays what {@link StandInLive} said, which the kit's own replay refuses. */
public final class StandInReplay implements TargetProvider {
    @Override
    public String name() {
        return "stand-in-replay";
    }

    @Override
    public TargetKind kind() {
        return TargetKind.REPLAY;
    }

    @Override
    public boolean isReal(URI origin) {
        return StandInLive.isStandIn(origin);
    }

    @Override
    public Started start() {
        return new ReplayTarget().start();
    }
}
