package dev.understudy.journal.hygiene;

import dev.understudy.journal.Entry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Rules about how fast a client calls again. */
final class Pace {

    // Clocks that are not in step, and timers that fire a little early.
    private static final Duration TOLERANCE = Duration.ofMillis(100);

    // Three waits in a row that do not grow are a habit, two may be chance.
    private static final int HABIT = 4;

    private Pace() {}

    static List<Evidence> polls(Calls calls) {
        List<Evidence> found = new ArrayList<>();
        for (List<Entry.Call> polls : calls.polls()) {
            for (int i = 1; i < polls.size(); i++) {
                Entry.Call before = polls.get(i - 1);
                boolean waiting = before.told().shown().isPresent()
                        && !before.told().shown().get().ended();
                Duration gap = Calls.between(before, polls.get(i));
                if (waiting && gap.compareTo(HygieneRule.SHORTEST) < 0) {
                    found.add(evidence(before, polls.get(i), "polled again after %s".formatted(seconds(gap))));
                }
            }
        }
        return found;
    }

    static List<Evidence> retryAfter(Calls calls) {
        List<Evidence> found = new ArrayList<>();
        for (List<Entry.Call> same : calls.sameAgain()) {
            for (int i = 1; i < same.size(); i++) {
                Entry.Call before = same.get(i - 1);
                Duration asked = before.told().retryAfter().map(Pace::wait).orElse(Duration.ZERO);
                Duration gap = Calls.between(before, same.get(i));
                if (gap.plus(TOLERANCE).compareTo(asked) < 0) {
                    String said =
                            "called again after %s, and was asked to wait %s".formatted(seconds(gap), seconds(asked));
                    found.add(evidence(before, same.get(i), said));
                }
            }
        }
        return found;
    }

    static List<Evidence> backoff(Calls calls) {
        List<Evidence> found = new ArrayList<>();
        for (List<Entry.Call> same : calls.sameAgain()) {
            List<Entry.Call> failures = new ArrayList<>();
            for (Entry.Call call : same) {
                if (!failures.isEmpty()) {
                    again(failures, call, found);
                }
                if (Calls.failed(call)) {
                    failures.add(call);
                } else {
                    failures.clear();
                }
            }
        }
        return found;
    }

    private static void again(List<Entry.Call> failures, Entry.Call call, List<Evidence> found) {
        Entry.Call before = failures.get(failures.size() - 1);
        Duration gap = Calls.between(before, call);
        // Where a time was asked for, that is what counts.
        if (before.told().retryAfter().isPresent()) {
            return;
        }
        if (gap.compareTo(HygieneRule.SHORTEST) < 0) {
            found.add(evidence(before, call, "called again %s after HTTP %s".formatted(seconds(gap), before.status())));
        } else if (failures.size() == HABIT - 1) {
            Duration first = Calls.between(failures.get(0), failures.get(1));
            if (gap.compareTo(first.plus(TOLERANCE)) <= 0) {
                String said = "waited %s after the first failure and %s after number %s"
                        .formatted(seconds(first), seconds(gap), failures.size());
                found.add(evidence(failures.get(0), call, said));
            }
        }
    }

    // A number of seconds; that it may be a date is left to those who send one.
    private static Duration wait(String retryAfter) {
        try {
            return Duration.ofSeconds(Math.max(0, Long.parseLong(retryAfter.trim())));
        } catch (NumberFormatException e) {
            return Duration.ZERO;
        }
    }

    static Evidence evidence(Entry.Call first, Entry.Call second, String said) {
        return new Evidence(List.of(first.number(), second.number()), second.at(), said);
    }

    static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%d.%03d s", time.toSeconds(), time.toMillisPart());
    }
}
