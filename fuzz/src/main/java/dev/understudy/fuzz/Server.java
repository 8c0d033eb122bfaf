package dev.understudy.fuzz;

import com.code_intelligence.jazzer.api.BugDetectors;
import dev.understudy.Understudy;
import dev.understudy.settings.Egress;
import dev.understudy.settings.Progression;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** An emulator on a real port that is handed bodies one at a time, each with all that was before it forgotten. */
final class Server {

    // Keys made by a fork stay, so there is a new server now and then.
    private static final int MOST_CALLS = 5_000;
    private static final int PATIENCE_MILLIS = 30_000;
    private static final String KEY = "fuzz";

    private static final AtomicReference<Throwable> LOGGED = new AtomicReference<>();

    // Held, because the log manager holds its loggers weakly.
    private static final Logger ROOT = Logger.getLogger("");

    private Understudy understudy;
    private Wire wire;
    private int calls;

    Server() {
        LogManager.getLogManager().reset();
        ROOT.addHandler(new Listener());
        Thread.setDefaultUncaughtExceptionHandler((thread, problem) -> LOGGED.compareAndSet(null, problem));
        BugDetectors.allowNetworkConnections(
                (host, port) -> port == understudy.baseUrl().getPort());
    }

    void take(Entrance entrance, byte[] body) throws IOException {
        if (calls++ % MOST_CALLS == 0) {
            start();
        }
        understudy.sandbox(KEY).reset();
        // Cues may ask for a broken connection, an answer that is none, or a long wait.
        String text = new String(body, StandardCharsets.ISO_8859_1);
        boolean cued = text.contains("fault") || text.contains("\\u");
        try {
            Answer answer = wire.call(entrance, KEY, body);
            if (!cued) {
                answer.check(entrance.path());
            }
        } catch (IOException | NumberFormatException e) {
            wire.close();
            wire = new Wire(understudy.baseUrl(), PATIENCE_MILLIS);
            if (!cued) {
                throw new Finding("there was no answer from " + entrance, e);
            }
        }
        Throwable logged = LOGGED.getAndSet(null);
        if (logged != null) {
            throw new Finding("logged as a mistake by " + entrance, logged);
        }
    }

    private void start() throws IOException {
        if (understudy != null) {
            wire.close();
            understudy.close();
        }
        understudy = Understudy.builder()
                .seed(1)
                .egress(Egress.NONE)
                .progression(new Progression.Immediate())
                .start();
        wire = new Wire(understudy.baseUrl(), PATIENCE_MILLIS);
    }

    /** What an ordinary caller would not see: mistakes behind an answer, and those of other threads. */
    private static final class Listener extends Handler {
        @Override
        public void publish(LogRecord entry) {
            if (entry.getLevel().intValue() >= Level.SEVERE.intValue()) {
                Throwable thrown = entry.getThrown();
                LOGGED.compareAndSet(null, thrown == null ? new Finding(entry.getMessage()) : thrown);
            }
        }

        @Override
        public void flush() {
            // Nothing is held back.
        }

        @Override
        public void close() {
            // Nothing is held open.
        }
    }
}
