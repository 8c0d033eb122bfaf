package dev.understudy.junit;

import dev.understudy.journal.Entry;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** An entry of a journal, for a person to read. */
final class JournalLine {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss.SSS").withZone(ZoneOffset.UTC);

    private JournalLine() {}

    static String of(Entry entry) {
        String head = "#%s %s %s".formatted(entry.number(), time(entry.at()), what(entry));
        return entry.notes().isEmpty() ? head : head + "\n    " + String.join("\n    ", entry.notes());
    }

    static String time(Instant at) {
        return TIME.format(at);
    }

    private static String what(Entry entry) {
        if (entry instanceof Entry.Call call) {
            return "%s %s -> %s".formatted(call.method(), call.path(), call.status());
        }
        return entry instanceof Entry.JobNote note ? "prediction " + note.prediction() : "";
    }
}
