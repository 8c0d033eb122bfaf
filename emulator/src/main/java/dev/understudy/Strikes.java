package dev.understudy;

import dev.understudy.fault.Account;
import dev.understudy.fault.FaultText;
import dev.understudy.fault.Origin;
import dev.understudy.fault.Struck;
import dev.understudy.journal.Entry;
import dev.understudy.sandbox.Sandbox;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How often one fault struck.
 *
 * @param fault as it would be written in a header, such as {@code fallback; model=…}
 * @param by who asked for it: {@code script}, {@code header}, {@code cue in prompt}, {@code profile unstable}
 */
public record Strikes(String fault, String by, long times) {

    /** The most frequent first; of equals in the order of the alphabet. */
    static List<Strikes> of(Collection<Sandbox> sandboxes) {
        Map<Key, Long> times = new TreeMap<>();
        for (Sandbox sandbox : sandboxes) {
            count(sandbox).forEach((key, more) -> times.merge(key, more, Long::sum));
        }
        return times.entrySet().stream()
                .map(entry -> new Strikes(entry.getKey().fault(), entry.getKey().by(), entry.getValue()))
                .sorted((one, other) -> Long.compare(other.times(), one.times()))
                .toList();
    }

    private record Key(String fault, String by) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int byFault = fault.compareTo(other.fault);
            return byFault == 0 ? by.compareTo(other.by) : byFault;
        }
    }

    // The journal forgets calls, and knows no webhook; the accounts know no header, no cue and no rule that was
    // removed.
    private static Map<Key, Long> count(Sandbox sandbox) {
        Map<Key, Long> inJournal = new TreeMap<>();
        for (Entry entry : sandbox.journal().since(0)) {
            if (entry instanceof Entry.Call call) {
                call.struck().forEach(struck -> inJournal.merge(key(struck), 1L, Long::sum));
            }
        }
        Map<Key, Long> inAccounts = new TreeMap<>();
        String profile = "profile " + sandbox.playbook().profile().name();
        add(inAccounts, sandbox.playbook().accounts(sandbox.clock().instant()), "script");
        add(inAccounts, sandbox.playbook().profileAccounts(sandbox.clock().instant()), profile);
        inAccounts.forEach((key, times) -> inJournal.merge(key, times, Long::max));
        return inJournal;
    }

    private static void add(Map<Key, Long> times, List<Account> accounts, String by) {
        for (Account account : accounts) {
            if (account.struck() > 0) {
                times.merge(new Key(FaultText.write(account.rule().fault()), by), account.struck(), Long::sum);
            }
        }
    }

    private static Key key(Struck struck) {
        String by = struck.origin() instanceof Origin.Script
                ? "script"
                : struck.origin().toString();
        return new Key(FaultText.write(struck.fault()), by);
    }
}
