package dev.understudy.control;

import dev.understudy.dialect.Call;
import dev.understudy.dialect.Reply;
import dev.understudy.journal.Entry;
import java.util.Optional;
import java.util.function.Predicate;

/** Reading the journal of a sandbox. */
final class Journals {

    static final String PATH = "/__understudy/journal";

    static final String STREAM = PATH + "/stream";

    private static final int MOST = 1_000;

    private Journals() {}

    /** Entries after one, at most so many, perhaps only those of one job or operation. */
    static Reply page(Call call) {
        Parameters query = Parameters.of(call.request(), "after", "limit", "prediction", "operation");
        long after = after(query);
        int limit = (int) query.number("limit", MOST, 1, MOST);
        return Reply.json(200, JournalJson.write(call.sandbox().journal().page(after, limit, filter(query))));
    }

    /** The same entries and those to come, as server-sent events. */
    static Reply stream(Call call) {
        Parameters query = Parameters.of(call.request(), "after", "prediction", "operation");
        long from = call.request()
                .header("Last-Event-ID")
                .map(id -> Parameters.number("Last-Event-ID", id, 0, Long.MAX_VALUE))
                .orElseGet(() -> after(query));
        return new Reply.Events(new JournalFeed(call.sandbox()::journal, from, filter(query)));
    }

    static long after(Parameters query) {
        return query.number("after", 0, 0, Long.MAX_VALUE);
    }

    static Predicate<Entry> filter(Parameters query) {
        Optional<String> prediction = query.text("prediction").map(JobIds::plain);
        Optional<String> operation = query.text("operation");
        return entry -> (prediction.isEmpty() || entry.prediction().equals(prediction))
                && (operation.isEmpty()
                        || entry instanceof Entry.Call asked
                                && asked.operation().equals(operation.get()));
    }
}
