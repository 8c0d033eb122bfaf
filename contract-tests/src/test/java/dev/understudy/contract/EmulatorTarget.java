package dev.understudy.contract;

import dev.understudy.Understudy;
import dev.understudy.contract.target.TargetProvider;
import dev.understudy.time.ClockMode;

/** The emulator of this build, in this process: its time runs fast, but every state is on the way. */
public final class EmulatorTarget implements TargetProvider {
    private static final long SEED = 20261121;
    private static final double TIMES_AS_FAST = 10;

    @Override
    public String name() {
        return "emulator";
    }

    @Override
    public Started start() {
        Understudy understudy = Understudy.builder()
                .port(0)
                .seed(SEED)
                .clock(ClockMode.scaled(TIMES_AS_FAST))
                .start();
        return new Started(understudy.baseUrl(), understudy::close);
    }
}
