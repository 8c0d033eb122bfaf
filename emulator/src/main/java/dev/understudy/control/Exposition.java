package dev.understudy.control;

import dev.understudy.metrics.Metrics;
import dev.understudy.metrics.Metrics.Count;
import dev.understudy.sandbox.Sandboxes;
import io.prometheus.metrics.model.snapshots.ClassicHistogramBuckets;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.List;
import java.util.function.Function;

/** What a server has counted and what it holds, as Prometheus wants to read it. */
record Exposition(Sandboxes sandboxes, String version) {

    private static final String BYTES = "understudy_heap_used_bytes";

    MetricSnapshots read() {
        Metrics metrics = sandboxes.metrics();
        return MetricSnapshots.of(
                counter(
                        "understudy_requests",
                        "Requests that were answered.",
                        metrics.answers(),
                        answer -> operation(answer.operation(), "status", Integer.toString(answer.status()))),
                latencies(metrics.timings()),
                counter(
                        "understudy_faults",
                        "Faults that struck.",
                        metrics.strikes(),
                        strike -> Labels.of("fault", strike.fault(), "place", strike.place())),
                counter(
                        "understudy_webhook_attempts",
                        "Attempts to deliver a webhook.",
                        metrics.attempts(),
                        outcome -> Labels.of("outcome", outcome)),
                counter(
                        "understudy_quota_refusals",
                        "Jobs that were refused since a limit of the account was reached.",
                        metrics.refusals(),
                        limit -> Labels.of("limit", limit)),
                jobs(),
                gauge("understudy_sandboxes", "API keys that have been used.", Labels.EMPTY, sandboxes.count()),
                gauge(BYTES, "Heap in use, with what nobody needs any more.", Labels.EMPTY, heap()),
                gauge("understudy_build", "Always 1.", Labels.of("version", version), 1));
    }

    private MetricSnapshot jobs() {
        GaugeSnapshot.Builder jobs =
                GaugeSnapshot.builder().name("understudy_jobs").help("Jobs that are kept, by how they stand.");
        sandboxes
                .standings()
                .forEach((state, number) -> jobs.dataPoint(GaugeSnapshot.GaugeDataPointSnapshot.builder()
                        .labels(Labels.of("state", state))
                        .value(number)
                        .build()));
        return jobs.build();
    }

    private static MetricSnapshot latencies(List<Metrics.Timing> timings) {
        HistogramSnapshot.Builder latencies = HistogramSnapshot.builder()
                .name("understudy_request_duration_seconds")
                .help("From the arrival of a request to when its answer was there.");
        for (Metrics.Timing timing : timings) {
            latencies.dataPoint(HistogramSnapshot.HistogramDataPointSnapshot.builder()
                    .labels(operation(timing.operation()))
                    .classicHistogramBuckets(ClassicHistogramBuckets.of(
                            timing.latency().bounds(), timing.latency().counts()))
                    .sum(timing.latency().sum())
                    .build());
        }
        return latencies.build();
    }

    private static <T> MetricSnapshot counter(
            String name, String help, List<Count<T>> counts, Function<T, Labels> labels) {
        CounterSnapshot.Builder counter = CounterSnapshot.builder().name(name).help(help);
        counts.forEach(count -> counter.dataPoint(CounterSnapshot.CounterDataPointSnapshot.builder()
                .labels(labels.apply(count.what()))
                .value(count.times())
                .build()));
        return counter.build();
    }

    private static MetricSnapshot gauge(String name, String help, Labels labels, double value) {
        return GaugeSnapshot.builder()
                .name(name)
                .help(help)
                .dataPoint(GaugeSnapshot.GaugeDataPointSnapshot.builder()
                        .labels(labels)
                        .value(value)
                        .build())
                .build();
    }

    // An operation's name begins with the word for its dialect.
    private static Labels operation(String name, String... more) {
        int dot = name.indexOf('.');
        return Labels.of("dialect", dot < 0 ? "none" : name.substring(0, dot), "operation", name)
                .merge(Labels.of(more));
    }

    private static double heap() {
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
