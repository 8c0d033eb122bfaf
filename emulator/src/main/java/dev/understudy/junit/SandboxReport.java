package dev.understudy.junit;

import dev.understudy.journal.Entry;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Where a failed test left its sandbox. An exception without a stack, since only what hangs on the failure is shown
 * beside it everywhere. Like the journal it holds no key and no query.
 */
final class SandboxReport extends Exception {

    private static final long serialVersionUID = 1L;
    private static final int MOST_ENTRIES = 40;

    private final String journal;

    SandboxReport(TestSandbox sandbox) {
        this(sandbox, journal(sandbox.handle().journal()));
    }

    private SandboxReport(TestSandbox sandbox, String journal) {
        super(text(sandbox, journal), null, false, false);
        this.journal = journal;
    }

    String journal() {
        return journal;
    }

    /** Without the name of the class, which means nothing to the reader. */
    @Override
    public String toString() {
        return getMessage();
    }

    private static String text(TestSandbox sandbox, String journal) {
        return """
                what the emulator saw
                  repeat: -D%s=%s
                  time: %s, spent: %s USD
                %s""".formatted(
                        Servers.SEED,
                        sandbox.server().seed(),
                        sandbox.handle().now(),
                        sandbox.handle().ledger().net().toPlainString(),
                        journal.indent(2).stripTrailing());
    }

    private static String journal(List<Entry> entries) {
        if (entries.isEmpty()) {
            return "journal: nothing has reached this sandbox; did the code use the test's @BaseUrl and @ApiKey?";
        }
        int from = Math.max(0, entries.size() - MOST_ENTRIES);
        long all = entries.get(entries.size() - 1).number();
        String head = "journal, the last %s of %s entries:\n".formatted(entries.size() - from, all);
        return entries.subList(from, entries.size()).stream()
                .map(JournalLine::of)
                .collect(Collectors.joining("\n", head, ""));
    }
}
