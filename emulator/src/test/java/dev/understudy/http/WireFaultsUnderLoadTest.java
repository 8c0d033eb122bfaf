package dev.understudy.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.UnixOperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A thousand spoiled answers of each kind leave nothing behind. */
@Timeout(120)
class WireFaultsUnderLoadTest {

    private static final int AT_ONCE = 200;
    private static final int ROUNDS = 5;

    private final Queue<LogRecord> problems = new ConcurrentLinkedQueue<>();
    private final Handler watch = new Handler() {
        @Override
        public void publish(LogRecord entry) {
            if (entry.getThrown() != null) {
                problems.add(entry);
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @TempDir
    Path folder;

    private FaultyHost host;

    @BeforeEach
    void start() throws IOException {
        host = new FaultyHost(folder);
        Logger.getLogger("").addHandler(watch);
    }

    @AfterEach
    void stop() {
        Logger.getLogger("").removeHandler(watch);
        host.close();
    }

    @ParameterizedTest
    @CsvSource({
        "json, reset, 0",
        "json, empty, 0",
        "json, truncated, 1",
        "json, malformed, 1",
        "json, dribble, 1",
        "json, delay, 1",
        "later, truncated, 1",
        "disk, truncated, 1",
        "disk, dribble, 1",
        "disk, reset, 0",
        "memory, malformed, 1"
    })
    void aThousandLeaveNoThreadNoHandleAndNoStackTrace(String kind, String fault, int heads) throws IOException {
        round(kind, fault);
        int threads = ManagementFactory.getThreadMXBean().getThreadCount();
        long handles = handles();

        for (int i = 0; i < ROUNDS; i++) {
            assertThat(round(kind, fault)).isEqualTo(heads * AT_ONCE);
        }

        assertThat(settlesAt(handles)).isTrue();
        // The pool of workers grows to its size on its own.
        assertThat(ManagementFactory.getThreadMXBean().getThreadCount()).isLessThan(threads + 20);
        assertThat(host.carriedOut).hasValue((ROUNDS + 1) * AT_ONCE);
        assertThat(problems).isEmpty();
        assertStillServes();
    }

    @ParameterizedTest
    @CsvSource({"json, never", "disk, dribble", "memory, dribble", "later, never"})
    void callersWhoHangUpLeaveNothingBehindEither(String kind, String fault) throws IOException {
        long handles = handles();
        for (int i = 0; i < ROUNDS; i++) {
            for (RawCaller caller : ask(kind, fault)) {
                caller.close();
            }
        }

        assertThat(settlesAt(handles + 5)).isTrue();
        assertThat(problems).isEmpty();
        assertStillServes();
    }

    /** How many got the head of an answer. */
    private int round(String kind, String fault) throws IOException {
        int heads = 0;
        for (RawCaller caller : ask(kind, fault)) {
            heads += caller.toTheEnd().text().startsWith("HTTP/1.1 200 ") ? 1 : 0;
            caller.close();
        }
        return heads;
    }

    private List<RawCaller> ask(String kind, String fault) throws IOException {
        List<RawCaller> callers = new ArrayList<>();
        for (int i = 0; i < AT_ONCE; i++) {
            callers.add(new RawCaller(host.port()).ask("GET", "/t/" + kind + "/" + fault, "Connection: close"));
        }
        return callers;
    }

    private void assertStillServes() throws IOException {
        try (RawCaller caller = new RawCaller(host.port())) {
            assertThat(caller.ask("GET", "/t/json/none", "Connection: close")
                            .toTheEnd()
                            .body())
                    .isEqualTo(FaultyHost.JSON);
        }
    }

    private static long handles() {
        return ((UnixOperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getOpenFileDescriptorCount();
    }

    // Looked at once, since what else this JVM does may open a file for a moment at any time.
    private static boolean settlesAt(long handles) {
        long deadline = System.nanoTime() + Duration.ofSeconds(5).toNanos();
        boolean settled = handles() <= handles;
        while (!settled && System.nanoTime() < deadline) {
            LockSupport.parkNanos(1_000_000);
            settled = handles() <= handles;
        }
        return settled;
    }
}
