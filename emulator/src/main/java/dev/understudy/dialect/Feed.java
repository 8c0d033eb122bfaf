package dev.understudy.dialect;

import java.util.List;

/** Events that go on coming. They are kept by their source, so that a slow listener costs no memory. */
public interface Feed {

    /**
     * One event.
     *
     * @param id by which a listener that was cut off can go on
     * @param data one line of text
     */
    record Event(long id, String name, String data) {}

    /** @param next the id after which nothing was looked at */
    record Batch(List<Event> events, long next) {}

    /** The id after which the listener wants to hear. */
    long from();

    /** What has come after an id, oldest first. Must not wait. */
    Batch after(long id, int most);

    /** Runs something whenever there may be more, until {@link #ignore}; it does not wait. */
    void listen(Runnable more);

    void ignore(Runnable more);
}
