package dev.understudy.cli;

import dev.understudy.Understudy;
import dev.understudy.settings.Setting;
import java.io.IOException;
import java.net.URI;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets the first caller of a server find what the hundredth finds: what every call needs has been loaded and run. The
 * calls go to another server in the same process, over the loopback interface, which is closed again; so the real one
 * has no trace of them. Nothing that fails in it is told, since the server would only be slower at first.
 */
final class WarmUp {

    /** Each has a key and a connection of its own, like somebody who has just come. */
    private static final int CALLERS = 12;

    private static final int JOBS_OF_EACH = 4;

    /** On a machine where this does not suffice, a start takes no longer for it. */
    private static final long MOST_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final boolean tls;
    private final CountDownLatch over = new CountDownLatch(1);
    private volatile boolean told;

    /** @param tls whether the real server speaks it */
    WarmUp(boolean tls) {
        this.tls = tls;
    }

    boolean isOver() {
        return over.getCount() == 0;
    }

    /** Returns when it is over. It begins when the real server has its port, which the other one might take else. */
    void run() {
        try {
            if (!told) {
                play();
            }
        } catch (IOException | RuntimeException e) {
            // The server is slower at first, and that is all.
        } finally {
            over.countDown();
        }
    }

    /** Ends it early, from another thread, and waits a moment until nothing of it is left. */
    void end() {
        told = true;
        try {
            over.await(MOST_NANOS, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void play() throws IOException {
        long begin = System.nanoTime();
        Understudy.Builder like = Understudy.builder()
                .seed(1)
                .with(Setting.CONTROL_TOKEN, "nobody-has-it")
                .with(Setting.TLS_CERTIFICATE, tls ? "self-made" : "");
        try (Understudy other = WithoutBeans.start(like::start)) {
            for (int i = 0; i < CALLERS && !told && System.nanoTime() - begin < MOST_NANOS; i++) {
                play(other.baseUrl(), "warm-up-" + i);
            }
            if (told) {
                return;
            }
            // What the calls have left behind would stay in memory for as long as the server has little to do.
            System.gc();
            // After a collection Java 25 looks at each compiled method once more when it is called. That would
            // more than double the time of a first call.
            play(other.baseUrl(), "warm-up-after-collection");
        }
    }

    private static void play(URI server, String key) throws IOException {
        try (Caller caller = new Caller(server, key)) {
            for (int i = 0; i < JOBS_OF_EACH; i++) {
                Jobs.character(caller);
            }
        }
    }
}
