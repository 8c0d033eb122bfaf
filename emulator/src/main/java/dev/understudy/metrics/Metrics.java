package dev.understudy.metrics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * What a server has done since it started, counted. Counting is a look-up and an addition; what is counted is read when
 * somebody asks, in whatever format they want.
 */
public final class Metrics {

    private final Map<String, Answers> answers = new ConcurrentHashMap<>();
    private final Map<Strike, LongAdder> strikes = new ConcurrentHashMap<>();
    private final Map<String, LongAdder> attempts = new ConcurrentHashMap<>();
    private final Map<String, LongAdder> refusals = new ConcurrentHashMap<>();

    /**
     * @param operation such as {@code control.ready}; {@code none} for paths that are nobody's
     * @param status the HTTP status
     */
    public record Answer(String operation, int status) {}

    /**
     * @param fault its word, such as {@code stuck}
     * @param place where it acts, such as {@code job}
     */
    public record Strike(String fault, String place) {}

    // Those of one operation, by status. An Answer as a key would be a hash of a record for every call.
    private record Answers(Latency latency, Map<Integer, LongAdder> byStatus) {}

    /** How often something happened. */
    public record Count<T>(T what, long times) {}

    /** How long the answers of one operation took. */
    public record Timing(String operation, Latency.Reading latency) {}

    /** @param nanos from the arrival of its request to when the answer was there */
    public void answered(String operation, int status, long nanos) {
        Answers ofOperation =
                answers.computeIfAbsent(operation, one -> new Answers(new Latency(), new ConcurrentHashMap<>()));
        count(ofOperation.byStatus(), status);
        ofOperation.latency().add(nanos);
    }

    public void struck(String fault, String place) {
        count(strikes, new Strike(fault, place));
    }

    /** @param outcome of one attempt to deliver a webhook: {@code accepted} or {@code failed} */
    public void attempted(String outcome) {
        count(attempts, outcome);
    }

    /** @param limit that one job too many has met: {@code per-minute} or {@code concurrency} */
    public void refused(String limit) {
        count(refusals, limit);
    }

    public List<Count<Answer>> answers() {
        List<Count<Answer>> read = new ArrayList<>();
        answers.forEach((operation, ofIt) -> ofIt.byStatus()
                .forEach((status, count) -> read.add(new Count<>(new Answer(operation, status), count.sum()))));
        read.sort(Comparator.comparing(
                Count::what, Comparator.comparing(Answer::operation).thenComparing(Answer::status)));
        return read;
    }

    public List<Timing> timings() {
        List<Timing> timings = new ArrayList<>();
        answers.forEach((operation, ofIt) ->
                timings.add(new Timing(operation, ofIt.latency().read())));
        timings.sort(Comparator.comparing(Timing::operation));
        return timings;
    }

    public List<Count<Strike>> strikes() {
        return counts(strikes, Comparator.comparing(Strike::place).thenComparing(Strike::fault));
    }

    public List<Count<String>> attempts() {
        return counts(attempts, Comparator.naturalOrder());
    }

    public List<Count<String>> refusals() {
        return counts(refusals, Comparator.naturalOrder());
    }

    private static <T> void count(Map<T, LongAdder> counts, T what) {
        LongAdder count = counts.get(what);
        (count == null ? counts.computeIfAbsent(what, one -> new LongAdder()) : count).increment();
    }

    private static <T> List<Count<T>> counts(Map<T, LongAdder> counts, Comparator<T> order) {
        List<Count<T>> read = new ArrayList<>();
        counts.forEach((what, count) -> read.add(new Count<>(what, count.sum())));
        read.sort(Comparator.comparing(Count::what, order));
        return read;
    }
}
