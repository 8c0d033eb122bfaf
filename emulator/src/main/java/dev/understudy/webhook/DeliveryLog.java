package dev.understudy.webhook;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * What was told to whom, for dialects whose providers show it to the owner of the key. Bounded: the oldest go first.
 *
 * <p>Nothing is taken out of it. Whoever reads a sandbox's log has its key, has given the secrets in it or may ask for
 * them, and a provider that shows headers shows them as it sent them. It must not be written anywhere else; the journal
 * and the control API have what came of each attempt, without secrets.
 */
public final class DeliveryLog {

    /** Deliveries kept for each sandbox. */
    public static final int MOST = 1_000;

    private static final long MOST_BYTES = 16L << 20;

    private final NavigableMap<Long, LoggedDelivery> kept = new TreeMap<>();
    private long weight;
    private long last;

    DeliveryLog() {}

    void continuing(DeliveryLog other) {
        synchronized (other) {
            kept.putAll(other.kept);
            weight = other.weight;
            last = other.last;
        }
    }

    /**
     * Part of it, newest first.
     *
     * @param limit how many at most; at least 0
     * @param offset how many of the newest to pass over; at least 0
     */
    public synchronized List<LoggedDelivery> page(int limit, int offset) {
        return kept.descendingMap().values().stream().skip(offset).limit(limit).toList();
    }

    public synchronized int size() {
        return kept.size();
    }

    /** What was told of one job, newest first. */
    public synchronized List<LoggedDelivery> of(String job) {
        return kept.descendingMap().values().stream()
                .filter(one -> one.job().equals(job))
                .toList();
    }

    /** Takes up a delivery that no attempt has been made of yet. */
    synchronized Delivery begun(Awaited.One one, Notice notice, Instant at) {
        Delivery delivery = new Delivery(++last, one.job().id(), one.receiver(), notice, one.seal(), false);
        String body = new String(notice.body(), StandardCharsets.UTF_8);
        keep(new LoggedDelivery(last, delivery.prediction(), delivery.receiver(), body, Map.of(), at, List.of()));
        return delivery;
    }

    /**
     * An attempt begins.
     *
     * @return which one of its delivery it is, to be told when it is over
     */
    synchronized int sent(Delivery delivery, Map<String, String> headers, Instant at) {
        change(delivery, logged -> logged.sent(headers, at));
        return Optional.ofNullable(kept.get(delivery.number()))
                        .map(logged -> logged.attempts().size())
                        .orElse(0)
                - 1;
    }

    synchronized void over(Delivery delivery, int index, Receipt receipt) {
        change(delivery, logged -> logged.over(index, receipt));
    }

    // A delivery whose retries take days may have been pushed out by others meanwhile.
    private void change(Delivery delivery, UnaryOperator<LoggedDelivery> change) {
        Optional.ofNullable(kept.remove(delivery.number())).ifPresent(old -> {
            weight -= old.weight();
            keep(change.apply(old));
        });
    }

    private void keep(LoggedDelivery logged) {
        kept.put(logged.number(), logged);
        weight += logged.weight();
        while (kept.size() > MOST || weight > MOST_BYTES && kept.size() > 1) {
            weight -= kept.pollFirstEntry().getValue().weight();
        }
    }
}
