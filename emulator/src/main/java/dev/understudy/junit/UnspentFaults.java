package dev.understudy.junit;

import dev.understudy.SandboxHandle;
import dev.understudy.fault.Account;
import dev.understudy.journal.Entry;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds the tests that pass although what they are about never happened. */
final class UnspentFaults {

    private UnspentFaults() {}

    /** @throws AssertionError if a fault that was scripted was not hit, or not as often as the script says */
    static void refuse(SandboxHandle sandbox) {
        List<Account> unspent = sandbox.faults().unspent();
        if (!unspent.isEmpty()) {
            throw new AssertionError(
                    "the test passed without all the faults that it scripted (allowUnspentFaults lets it)"
                            + Evidence.lines(unspent, Account::toString)
                            + "\nit asked for"
                            + Evidence.lines(asked(sandbox.journal()), Function.identity()));
        }
    }

    // What came near the rules: each kind of call, with how often it was made. A submit's path tells the model.
    private static List<String> asked(List<Entry> journal) {
        Map<String, Long> calls = journal.stream()
                .filter(Entry.Call.class::isInstance)
                .map(Entry.Call.class::cast)
                .map(call -> call.operation() + (Evidence.isSubmit(call) ? " " + call.path() : ""))
                .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
        return calls.entrySet().stream()
                .map(call -> "%s, times %s".formatted(call.getKey(), call.getValue()))
                .toList();
    }
}
