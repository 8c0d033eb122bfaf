package dev.understudy;

import dev.understudy.journal.Entry;
import dev.understudy.sandbox.Sandbox;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** One API key's part of a server, for the program that started it. */
public final class SandboxHandle {

    private final Sandbox sandbox;

    SandboxHandle(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    /** The time in this sandbox. */
    public Instant now() {
        return sandbox.clock().instant();
    }

    /** Lets the time stand still; from now on only {@link #advance} moves it. */
    public void freeze() {
        sandbox.clock().freeze();
    }

    /** Lets the time run again, from where it stands. */
    public void resume() {
        sandbox.clock().resume();
    }

    /**
     * Pushes the time forward, for this key only: jobs, limits and outages follow.
     *
     * @param by zero or more
     * @return the new time
     */
    public Instant advance(Duration by) {
        return sandbox.clock().advance(by);
    }

    /** What was asked, what was answered and why, oldest first; the last thousand entries. */
    public List<Entry> journal() {
        return sandbox.journal().since(0);
    }
}
