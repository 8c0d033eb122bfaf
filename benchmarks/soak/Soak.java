import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Calls a server through all its wire formats for a while, rightly and wrongly, and writes down what it takes. To be run
 * with SERVER-URL SERVER-PID MINUTES CLIP CSV SVG. Needs /proc, and jcmd of the JDK.
 */
public final class Soak {

    private static final int CALLERS = 8;
    private static final int ROUNDS_BEFORE_RESET = 20;
    private static final long SAMPLE_SECONDS = 10;

    private final ConcurrentHashMap<Integer, AtomicLong> statuses = new ConcurrentHashMap<>();
    private final List<Sample> samples = new ArrayList<>();
    private final AtomicLong broken = new AtomicLong();
    private final URI server;
    private final String pid;
    private final byte[] clip;
    private volatile boolean over;

    private Soak(URI server, String pid, byte[] clip) {
        this.server = server;
        this.pid = pid;
        this.clip = clip;
    }

    public static void main(String[] arguments) throws Exception {
        Soak soak = new Soak(URI.create(arguments[0]), arguments[1], Files.readAllBytes(Path.of(arguments[3])));
        soak.run(Duration.ofSeconds(Math.round(60 * Double.parseDouble(arguments[2]))));
        Findings findings = soak.findings();
        Files.writeString(Path.of(arguments[4]), findings.csv());
        Files.writeString(Path.of(arguments[5]), findings.svg());
        System.out.print(findings.summary());
    }

    private void run(Duration length) throws Exception {
        List<Thread> callers = new ArrayList<>();
        for (int number = 0; number < CALLERS; number++) {
            String key = "soak-" + number;
            callers.add(new Thread(() -> call(key)));
        }
        callers.forEach(Thread::start);
        ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
        clock.scheduleAtFixedRate(this::sample, SAMPLE_SECONDS, SAMPLE_SECONDS, TimeUnit.SECONDS);
        TimeUnit.NANOSECONDS.sleep(length.toNanos());
        over = true;
        for (Thread caller : callers) {
            caller.join();
        }
        clock.shutdown();
        clock.awaitTermination(1, TimeUnit.MINUTES);
    }

    private void call(String key) {
        Client client = new Client(server, key, statuses);
        Round calls = new Round(client, clip, () -> over);
        for (int round = 1; !over; round++) {
            try {
                calls.play();
                if (round % ROUNDS_BEFORE_RESET == 0) {
                    // As a suite of tests does between its tests; jobs are kept for seven days else.
                    client.post("/__understudy/reset", "");
                }
            } catch (IOException e) {
                broken.incrementAndGet();
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void sample() {
        try {
            long calls = statuses.values().stream().mapToLong(AtomicLong::get).sum();
            Client watch = new Client(server, "soak-watch", statuses);
            samples.add(Sample.of(pid, (samples.size() + 1) * SAMPLE_SECONDS, calls, watch));
        } catch (IOException e) {
            System.err.println("no sample: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Findings findings() {
        Map<Integer, Long> answers = new TreeMap<>();
        statuses.forEach((status, number) -> answers.put(status, number.get()));
        return new Findings(samples, answers, broken.get(), SAMPLE_SECONDS);
    }
}
