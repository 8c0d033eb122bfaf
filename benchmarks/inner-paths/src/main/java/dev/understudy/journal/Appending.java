package dev.understudy.journal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Keeping a poll in a journal that is full, so that the oldest entry goes. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class Appending {

    private final Journal journal = new Journal(new Bounds(1_000, 4L << 20));
    private final Instant at = Instant.parse("2026-01-01T00:00:00Z");
    private final Asked asked = new Asked(
            "wavespeed.result",
            "GET",
            "/api/v3/predictions/0123456789abcdef0123456789abcdef/result",
            "",
            "client/1.0",
            true,
            0,
            "",
            Optional.empty());
    private final Told told = new Told(200, 512, Optional.empty(), Optional.of(new Told.Shown("processing", false)));
    private final Optional<String> job = Optional.of("0123456789abcdef0123456789abcdef");

    @Benchmark
    public long appendToTheJournal() {
        return journal.add(
                number -> new Entry.Call(number, at, System.nanoTime(), asked, told, job, List.of(), List.of()));
    }
}
