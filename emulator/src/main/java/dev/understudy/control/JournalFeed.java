package dev.understudy.control;

import dev.understudy.dialect.Feed;
import dev.understudy.dialect.Json;
import dev.understudy.journal.Entry;
import dev.understudy.journal.Journal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * A journal as it is written: an event named {@code entry} for each entry, its number for an id, and one named
 * {@code dropped} where entries were thrown away before this listener got to them.
 */
record JournalFeed(Journal journal, long from, Predicate<Entry> wanted) implements Feed {

    @Override
    public Batch after(long id, int most) {
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
        journal.tell(more);
    }

    @Override
    public void ignore(Runnable more) {
        journal.tellNoMore(more);
    }

    private static String text(Json.Writing writing) {
        return new String(Json.write(writing), StandardCharsets.UTF_8);
    }
}
