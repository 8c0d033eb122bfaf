package dev.understudy.journal.hygiene;

import dev.understudy.fault.Fault;
import dev.understudy.fault.Struck;
import dev.understudy.journal.Entry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * The calls of one client, oldest first. Calls that steer the emulator are none.
 *
 * @param notes what came out about jobs after they were submitted
 */
record Calls(List<Entry.Call> all, List<Entry.JobNote> notes) {

    private static final Set<Integer> FAILURES = Set.of(429, 500, 502, 503, 504);
    private static final int HUNG_UP = 499;

    static Calls of(List<Entry> entries) {
        List<Entry.Call> calls = new ArrayList<>();
        List<Entry.JobNote> notes = new ArrayList<>();
        for (Entry entry : entries) {
            if (entry instanceof Entry.JobNote note) {
                notes.add(note);
            } else if (entry instanceof Entry.Call call && !call.operation().startsWith("control.")) {
                calls.add(call);
            }
        }
        return new Calls(calls, notes);
    }

    /** The polls of each job. */
    Collection<List<Entry.Call>> polls() {
        return grouped(
                all.stream().filter(Calls::isPoll).toList(),
                call -> call.prediction().orElseThrow());
    }

    List<Entry.Call> submits() {
        return all.stream().filter(call -> isSubmit(call)).toList();
    }

    /** Calls that ask for the same thing: the same path, and the same body where there is one. */
    Collection<List<Entry.Call>> sameAgain() {
        return grouped(
                all,
                call -> call.method() + ' ' + call.path() + ' ' + call.asked().digest());
    }

    /** Whether a call asks how one job stands. */
    static boolean isPoll(Entry.Call call) {
        return call.method().equals("GET")
                && call.prediction().isPresent()
                && !call.operation().startsWith("storage.")
                && !call.operation().endsWith(".download");
    }

    static boolean isSubmit(Entry.Call call) {
        return call.operation().endsWith(".submit");
    }

    static boolean isList(Entry.Call call) {
        return call.operation().endsWith(".list");
    }

    /** Whether the service refused for a reason that passes, or broke down. */
    static boolean failed(Entry.Call call) {
        return FAILURES.contains(call.status());
    }

    static boolean succeeded(Entry.Call call) {
        return call.status() / 100 == 2;
    }

    /** Whether the caller may not have got the answer, though the call was carried out. */
    static boolean isAnswerLost(Entry.Call call) {
        return call.status() == HUNG_UP || call.struck().stream().anyMatch(Calls::spoilsAnswer);
    }

    private static boolean spoilsAnswer(Struck struck) {
        Fault fault = struck.fault();
        return fault instanceof Fault.Reset
                || fault instanceof Fault.EmptyReply
                || fault instanceof Fault.Truncated
                || fault instanceof Fault.Malformed;
    }

    /** The time between two calls: the longer of real time and the sandbox's. */
    static Duration between(Entry.Call first, Entry.Call second) {
        Duration real = Duration.ofNanos(second.real() - first.real());
        Duration shown = Duration.between(first.at(), second.at());
        return real.compareTo(shown) > 0 ? real : shown;
    }

    private static Collection<List<Entry.Call>> grouped(List<Entry.Call> calls, Function<Entry.Call, String> key) {
        Map<String, List<Entry.Call>> groups = new LinkedHashMap<>();
        calls.forEach(call -> groups.computeIfAbsent(key.apply(call), any -> new ArrayList<>())
                .add(call));
        return groups.values();
    }
}
