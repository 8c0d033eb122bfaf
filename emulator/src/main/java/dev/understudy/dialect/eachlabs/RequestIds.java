package dev.understudy.dialect.eachlabs;

import dev.understudy.dialect.Answered;
import dev.understudy.time.Draw;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** The header {@code X-Request-Id}, which is on every answer: the caller's own, or a fresh UUID. */
final class RequestIds {

    private static final String HEADER = "X-Request-Id";
    private static final int LONGEST = 200;

    private final Draw nobodys;
    private final AtomicLong answered = new AtomicLong();

    /** @param seed the server's; what belongs to a sandbox is drawn there */
    RequestIds(long seed) {
        this.nobodys = new Draw(seed).child(HEADER);
    }

    Map<String, String> of(Answered answer) {
        return Map.of(
                HEADER,
                answer.request()
                        .header(HEADER)
                        .filter(sent -> !sent.isBlank() && sent.length() <= LONGEST)
                        .orElseGet(() -> drawn(answer)));
    }

    // The number of the journal's entry is different for each answer, and the same in each run.
    private String drawn(Answered answer) {
        return Uuids.drawn(
                answer.caller().isPresent() && answer.entry().isPresent()
                        ? answer.caller()
                                .get()
                                .draw(HEADER)
                                .child(answer.entry().getAsLong())
                        : nobodys.child(answered.getAndIncrement()));
    }
}
