package dev.understudy.sandbox;

import dev.understudy.prediction.Prediction;
import dev.understudy.settings.Setting;
import dev.understudy.settings.Settings;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** What a sandbox does for a submission and for a poll, and how it is found by its key. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class SandboxCalls {

    private static final String MODEL = "openai/sora-2/characters";
    private static final Map<String, Object> INPUT =
            Map.of("name", "Ada", "video", "https://clips.example.com/ada.mp4#t=0,3");
    private static final int KEYS = 1_000;

    private Sandboxes sandboxes;
    private Sandbox sandbox;
    private String job;
    private final String[] keys = new String[KEYS];
    private int next;

    @Setup
    public void begin() {
        sandboxes = new Sandboxes(Settings.defaults().with(Setting.BALANCE, "1000000000"), 1);
        sandbox = sandboxes.of("benchmark");
        for (int i = 0; i < KEYS; i++) {
            keys[i] = "key-" + i;
            sandboxes.of(keys[i]);
        }
    }

    // A submission leaves something behind.
    @Setup(Level.Iteration)
    public void forget() {
        sandbox.reset();
        job = submit().id();
    }

    @TearDown
    public void end() {
        sandboxes.close();
    }

    @Benchmark
    public Sandbox keyToSandbox() {
        next = next == KEYS - 1 ? 0 : next + 1;
        // A key comes out of a header, and has no hash code yet.
        return sandboxes.of(new String(keys[next].toCharArray()));
    }

    @Benchmark
    public Prediction submit() {
        return sandbox.submit(MODEL, INPUT, new Visit("wavespeed.submit", name -> Optional.empty()));
    }

    @Benchmark
    public Optional<Polled> poll() {
        return sandbox.poll(job);
    }
}
