package dev.understudy.sandbox;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

/**
 * What was used in a range of time. A job counts on the day it was submitted, in UTC; one that failed counts and costs
 * nothing.
 *
 * @param lines one for each day and model, by day, then by model
 */
public record Usage(List<Line> lines) {

    public Usage {
        lines = List.copyOf(lines);
    }

    static Usage of(Iterable<BilledJob> jobs, Instant now) {
        Map<LocalDate, Map<String, Line>> days = new TreeMap<>();
        for (BilledJob job : jobs) {
            Line line = Line.of(job, now);
            days.computeIfAbsent(line.day(), day -> new TreeMap<>()).merge(line.model(), line, Line::plus);
        }
        return new Usage(
                days.values().stream().flatMap(day -> day.values().stream()).toList());
    }

    /** One line for each model, by name, with the last day of its use. */
    public Collection<Line> byModel() {
        Map<String, Line> models = new TreeMap<>();
        lines.forEach(line -> models.merge(line.model(), line, Line::plus));
        return models.values();
    }

    /** The lines of each day with any, in order. */
    public Map<LocalDate, List<Line>> byDay() {
        Map<LocalDate, List<Line>> days = new TreeMap<>();
        lines.forEach(line ->
                days.computeIfAbsent(line.day(), day -> new ArrayList<>()).add(line));
        return days;
    }

    public static BigDecimal cost(Collection<Line> lines) {
        return lines.stream().map(Line::cost).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    public static long count(Collection<Line> lines, ToLongFunction<Line> part) {
        return lines.stream().mapToLong(part).sum();
    }

    /**
     * Jobs of one model.
     *
     * @param day when they were submitted
     * @param cost in US dollars, without what failed
     * @param jobs how many were submitted
     * @param completed how many of them have succeeded by now
     */
    public record Line(LocalDate day, String model, BigDecimal cost, long jobs, long completed) {

        private static Line of(BilledJob job, Instant now) {
            LedgerEntry charge = job.charge();
            Billing.Status status = job.at(now);
            return new Line(
                    LocalDate.ofInstant(charge.at(), ZoneOffset.UTC),
                    charge.model(),
                    status == Billing.Status.FAILED ? BigDecimal.ZERO : charge.price(),
                    1,
                    status == Billing.Status.COMPLETED ? 1 : 0);
        }

        private Line plus(Line later) {
            return new Line(later.day, model, cost.add(later.cost), jobs + later.jobs, completed + later.completed);
        }
    }
}
