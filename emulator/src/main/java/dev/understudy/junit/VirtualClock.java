package dev.understudy.junit;

import dev.understudy.SandboxHandle;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * The clock of one test's sandbox: jobs, limits, webhooks and timestamps follow it. Code under test that tells the time
 * by an {@link InstantSource}, and waits by calling {@link #advance}, needs no real time for anything.
 */
public final class VirtualClock implements InstantSource {

    private final SandboxHandle sandbox;

    VirtualClock(SandboxHandle sandbox) {
        this.sandbox = sandbox;
    }

    @Override
    public Instant instant() {
        return sandbox.now();
    }

    /**
     * Pushes the clock, and returns when all that fell due on the way has happened, webhooks included.
     *
     * @param by zero or more
     * @return the new time
     */
    public Instant advance(Duration by) {
        return sandbox.advance(by).now();
    }

    /** Stops it; from now on only {@link #advance} moves it. */
    public void freeze() {
        sandbox.freeze();
    }

    /** Lets it run with the computer's clock, from the time it shows. */
    public void resume() {
        sandbox.resume();
    }
}
