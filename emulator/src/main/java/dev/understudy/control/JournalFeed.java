package dev.understudy.control;

import dev.understudy.dialect.Feed;
import dev.understudy.dialect.Json;
import dev.understudy.journal.Entry;
import dev.understudy.journal.Journal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * A journal as it is written: an event named {@code entry} for each entry, its number for an id, one named
 * {@code dropped} where entries were thrown away before this listener got to them, and one named {@code restarted} where
 * the sandbox was reset or restored and has a journal with fewer entries now; it goes on with what is new in that.
 *
 * @param current the sandbox's journal at each moment
 */
record JournalFeed(Supplier<Journal> current, long from, Predicate<Entry> wanted) implements Feed {

    @Override
    public Batch after(long id, int most) {
        Journal journal = current.get();
        if (id > journal.last()) {
            return restarted(journal.last());
        }
        Journal.Page page = journal.page(id, most, wanted);
        List<Event> events = new ArrayList<>(page.entries().size() + 1);
        if (page.dropped() > 0) {
            events.add(new Event(id + page.dropped(), "dropped", text(json -> {
                json.writeStartObject();
                json.writeNumberField("dropped", page.dropped());
                json.writeEndObject();
            })));
        }
        for (Entry entry : page.entries()) {
            events.add(new Event(entry.number(), "entry", text(json -> JournalJson.entry(json, entry))));
        }
        return new Batch(events, page.next());
    }

    @Override
    public void listen(Runnable more) {
        Journal journal;
        do {
            journal = current.get();
            journal.tell(more);
        } while (journal != current.get());
    }

    @Override
    public void ignore(Runnable more) {
        current.get().tellNoMore(more);
    }

    private static Batch restarted(long last) {
        String data = text(json -> {
            json.writeStartObject();
            json.writeNumberField("last", last);
            json.writeEndObject();
        });
        return new Batch(List.of(new Event(last, "restarted", data)), last);
    }

    private static String text(Json.Writing writing) {
        return new String(Json.write(writing), StandardCharsets.UTF_8);
    }
}
