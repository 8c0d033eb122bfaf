package dev.understudy;

import dev.understudy.journal.Entry;
import dev.understudy.sandbox.Sandbox;
import dev.understudy.sandbox.Statement;
import dev.understudy.webhook.Received;
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
     * Pushes the time forward, for this key only: jobs, limits and outages follow. Returns when the webhooks that fell
     * due on the way were attempted, but waits no longer than one attempt may take.
     *
     * @param by zero or more
     * @return the new time
     */
    public Instant advance(Duration by) {
        return sandbox.advance(by);
    }

    /** What was asked, what was answered and why, oldest first; the last thousand entries. */
    public List<Entry> journal() {
        return sandbox.journal().since(0);
    }

    /**
     * The path of a receiver of webhooks that this server has for this key. Put the base URL before it and register it:
     * what is sent there can be read with {@link #inbox}.
     *
     * @param name up to 64 letters, digits, dots, underscores and hyphens
     */
    public String inboxPath(String name) {
        return sandbox.webhooks().inbox().address(name).path();
    }

    /** What the receiver of that name got, oldest first; of all of a key's receivers the last thousand are kept. */
    public List<Received> inbox(String name) {
        return sandbox.webhooks().inbox().deliveries(name);
    }

    /** What this key's jobs would have cost up to now, in US dollars: exact sums, in all and for each model. */
    public Statement ledger() {
        return sandbox.ledger().statement();
    }
}
