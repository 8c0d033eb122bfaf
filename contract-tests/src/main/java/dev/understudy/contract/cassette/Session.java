package dev.understudy.contract.cassette;

import dev.understudy.contract.evidence.Exchange;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/** Sorts what is said into jobs, and writes each job when it has moved. Safe for use by many threads. */
final class Session {
    // What grows without an end is not written anew for each call.
    private static final long BETWEEN_WRITES_MS = 1000;

    /** What all cassettes of a session have in common. */
    record About(URI upstream, String kit, Instant recordedAt) {}

    /** A delivery that came before the answer to its submit did. */
    private record Early(long atMs, Exchange exchange) {}

    private final About about;
    private final Folder folder;
    private final Scribe scribe;
    private final LongSupplier nanos;
    private final long beganNanos;
    private final Map<String, JobLog> jobs = new LinkedHashMap<>();
    private final Map<String, List<Early>> early = new LinkedHashMap<>();
    private final JobLog calls = JobLog.ofCalls();
    private long callsWrittenMs = -BETWEEN_WRITES_MS;

    /**
     * @param nanos a clock that only goes forward
     */
    Session(About about, Folder folder, Scribe scribe, LongSupplier nanos) {
        this.about = about;
        this.folder = folder;
        this.scribe = scribe;
        this.nanos = nanos;
        this.beganNanos = nanos.getAsLong();
    }

    /** Milliseconds since the session began. */
    long now() {
        return (nanos.getAsLong() - beganNanos) / 1_000_000;
    }

    /**
     * Notes a call of the client.
     *
     * @param atMs when it began
     * @param usd what it cost
     * @param awaitsWebhook whether the delivery will come by the recorder
     */
    synchronized void said(long atMs, Exchange exchange, BigDecimal usd, boolean awaitsWebhook) {
        Optional<JobLog> known = jobAskedFor(exchange.request().path());
        String id = Step.job(exchange.response().body()).path("id").asText("");
        if (known.isPresent()) {
            add(known.get(), Step.Kind.POLL, atMs, exchange);
        } else if (isSubmit(exchange, id)) {
            JobLog job = newJob(id, atMs, exchange, usd, awaitsWebhook);
            add(job, Step.Kind.SUBMIT, atMs, exchange);
            early.getOrDefault(id, List.of()).forEach(one -> add(job, Step.Kind.WEBHOOK, one.atMs(), one.exchange()));
            early.remove(id);
        } else {
            add(calls, Step.Kind.CALL, atMs, exchange);
        }
    }

    /** Notes that a webhook was delivered. */
    synchronized void told(long atMs, Exchange delivery) {
        String id = Step.job(delivery.request().body()).path("id").asText("");
        JobLog job = jobs.get(id);
        if (job == null) {
            early.computeIfAbsent(id, unknown -> new ArrayList<>()).add(new Early(atMs, delivery));
        } else {
            add(job, Step.Kind.WEBHOOK, atMs, delivery);
        }
    }

    /** Writes what is not yet written. */
    synchronized void flush() {
        early.values().forEach(all -> all.forEach(one -> calls.add(Step.Kind.WEBHOOK, one.atMs(), one.exchange())));
        early.clear();
        jobs.values().stream().filter(JobLog::isDirty).forEach(this::write);
        write(calls);
    }

    synchronized String summary() {
        long complete = jobs.values().stream().filter(JobLog::isComplete).count();
        return jobs.size() + " jobs recorded, " + (jobs.size() - complete) + " of them not complete";
    }

    private void add(JobLog log, Step.Kind kind, long atMs, Exchange exchange) {
        log.add(kind, atMs, exchange);
        if (log != calls) {
            write(log);
        } else if (now() - callsWrittenMs >= BETWEEN_WRITES_MS) {
            callsWrittenMs = now();
            write(calls);
        }
    }

    private void write(JobLog log) {
        folder.write(log.cassette(about, scribe.sanitizers()));
    }

    private JobLog newJob(String id, long atMs, Exchange exchange, BigDecimal usd, boolean awaitsWebhook) {
        String model = exchange.request().path().replaceAll("^/api/v\\d+/|\\?.*$", "");
        String name =
                String.format(Locale.ROOT, "job-%04d-%s", jobs.size() + 1, model.replaceAll("[^A-Za-z0-9.-]+", "-"));
        JobLog job = new JobLog(name, id, model, usd, atMs, awaitsWebhook);
        jobs.put(id, job);
        return job;
    }

    private static boolean isSubmit(Exchange exchange, String id) {
        return exchange.request().method().equals("POST")
                && !id.isEmpty()
                && Step.job(exchange.response().body()).has("status");
    }

    private Optional<JobLog> jobAskedFor(String url) {
        for (String segment : url.split("[/?#]")) {
            if (jobs.containsKey(segment)) {
                return Optional.of(jobs.get(segment));
            }
        }
        return Optional.empty();
    }
}
