package dev.understudy.http;

import dev.understudy.dialect.Feed;
import io.undertow.server.handlers.sse.ServerSentEventConnection;
import java.io.IOException;
import java.util.Iterator;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;

/**
 * One listener to a feed. It asks for the next few events when the last ones have gone out, so it never holds more than
 * those, however slowly they are read; what the feed has dropped by then is the listener's loss.
 */
final class EventStream implements ServerSentEventConnection.EventCallback {

    // Shorter than the idle time after which the server, or a proxy on the way, hangs up.
    private static final long HEARTBEAT_MILLIS = 15_000;
    private static final int AT_ONCE = 50;

    private enum Work {
        NONE,
        SENDING,
        /** Sending, and told meanwhile that there is more. */
        SENDING_WITH_MORE
    }

    private final ServerSentEventConnection connection;
    private final Executor io;
    private final Feed feed;
    private final Runnable more = this::wake;
    private final AtomicReference<Work> work = new AtomicReference<>(Work.NONE);
    private long sent;

    /** @param io the thread that serves the connection */
    EventStream(ServerSentEventConnection connection, Executor io, Feed feed) {
        this.connection = connection;
        this.feed = feed;
        this.io = io;
        this.sent = feed.from();
    }

    void begin(Runnable ended) {
        connection.setKeepAliveTime(HEARTBEAT_MILLIS);
        connection.addCloseTask(closed -> {
            feed.ignore(more);
            ended.run();
        });
        feed.listen(more);
        wake();
    }

    /** Ends it after what is on its way. */
    void end() {
        connection.shutdown();
    }

    @Override
    public void done(ServerSentEventConnection same, String data, String event, String id) {
        sendNext();
    }

    @Override
    public void failed(ServerSentEventConnection same, String data, String event, String id, IOException problem) {
        feed.ignore(more);
    }

    // Called by whoever has just answered another call, and must not do this one's work.
    private void wake() {
        Work before = work.getAndUpdate(now -> now == Work.NONE ? Work.SENDING : Work.SENDING_WITH_MORE);
        if (before == Work.NONE) {
            sendNext();
        }
    }

    private void sendNext() {
        io.execute(this::send);
    }

    private void send() {
        Feed.Batch batch = feed.after(sent, AT_ONCE);
        sent = batch.next();
        if (batch.events().isEmpty()) {
            rest();
            return;
        }
        for (Iterator<Feed.Event> events = batch.events().iterator(); events.hasNext(); ) {
            Feed.Event event = events.next();
            String id = Long.toString(event.id());
            connection.send(event.data(), event.name(), id, events.hasNext() ? null : this);
        }
    }

    private void rest() {
        if (!work.compareAndSet(Work.SENDING, Work.NONE)) {
            work.set(Work.SENDING);
            sendNext();
        }
    }
}
