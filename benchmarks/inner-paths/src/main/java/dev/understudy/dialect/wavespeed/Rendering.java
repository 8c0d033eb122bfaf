package dev.understudy.dialect.wavespeed;

import dev.understudy.prediction.Prediction;
import dev.understudy.prediction.State;
import dev.understudy.sandbox.Sandbox;
import dev.understudy.sandbox.Sandboxes;
import dev.understudy.sandbox.Visit;
import dev.understudy.settings.InitialStatus;
import dev.understudy.settings.Settings;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;

/** The bytes of a poll's answer about a job that has ended. */
@org.openjdk.jmh.annotations.State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class Rendering {

    private final PredictionJson json = new PredictionJson(InitialStatus.QUEUED);
    private Sandboxes sandboxes;
    private Prediction job;
    private State state;
    private Links links;

    @Setup
    public void begin() {
        sandboxes = new Sandboxes(Settings.defaults(), 1);
        Sandbox sandbox = sandboxes.of("benchmark");
        job = sandbox.submit(
                "openai/sora-2/characters",
                Map.of("name", "Ada", "video", "https://clips.example.com/ada.mp4#t=0,3"),
                new Visit("wavespeed.submit", name -> Optional.empty()));
        state = job.at(sandbox.advance(Duration.ofMinutes(1)).now());
        links = new Links("http://127.0.0.1:8080", sandbox.reference(), Optional.empty());
    }

    @TearDown
    public void end() {
        sandboxes.close();
    }

    @Benchmark
    public byte[] renderAResult() {
        return json.polled(job, state, links);
    }
}
