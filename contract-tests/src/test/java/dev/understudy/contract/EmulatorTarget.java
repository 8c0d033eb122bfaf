package dev.understudy.contract;

import dev.understudy.Understudy;
import dev.understudy.contract.target.TargetProvider;

/** The emulator of this build, in this process, at its usual pace: fast, but with every state on the way. */
public final class EmulatorTarget implements TargetProvider {
    private static final long SEED = 20261121;

    @Override
    public String name() {
        return "emulator";
    }

    @Override
    public Started start() {
        Understudy understudy = Understudy.builder().port(0).seed(SEED).start();
        return new Started(understudy.baseUrl(), understudy::close);
    }
}
