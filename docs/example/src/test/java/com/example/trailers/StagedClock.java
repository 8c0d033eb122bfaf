package com.example.trailers;

import dev.understudy.client.ClientClock;
import dev.understudy.junit.VirtualClock;
import java.time.Duration;
import java.time.Instant;

/** The program's clock in tests: it shows the emulator's time, and to sleep is to push that. */
record StagedClock(VirtualClock clock) implements ClientClock {

    @Override
    public Instant now() {
        return clock.instant();
    }

    @Override
    public void sleep(Duration duration) {
        clock.advance(duration);
    }

    @Override
    public double chance() {
        return 0.5;
    }
}
