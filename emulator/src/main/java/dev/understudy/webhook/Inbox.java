package dev.understudy.webhook;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Receivers of a sandbox's own, for tests that have none. What is sent to one of their addresses does not go over the
 * network: the name and port under which a caller knows this server need not exist where the server runs. Bounded: the
 * oldest go first.
 */
public final class Inbox {

    /** Deliveries kept for each sandbox, whatever the inbox. */
    public static final int MOST = 1_000;

    /** Bytes of one body. */
    public static final int MOST_BYTES = 1 << 20;

    private static final long MOST_CHARACTERS = 16L << 20;

    private final String sandbox;
    private final InstantSource clock;
    private final Seals seals;
    private final Deque<Received> received = new ArrayDeque<>();
    private long characters;
    private long last;

    Inbox(String sandbox, InstantSource clock, Seals seals) {
        this.sandbox = sandbox;
        this.clock = clock;
        this.seals = seals;
    }

    void continuing(Inbox other) {
        synchronized (other) {
            received.addAll(other.received);
            characters = other.characters;
            last = other.last;
        }
    }

    public InboxAddress address(String name) {
        return new InboxAddress(sandbox, name);
    }

    /**
     * Takes in what comes over the network.
     *
     * @param headers by their names in lower case
     * @param body at most {@link #MOST_BYTES}
     */
    public void receive(String name, String query, Map<String, String> headers, byte[] body) {
        receive(name, query, headers, body, seals.prove(headers, body));
    }

    private synchronized void receive(
            String name, String query, Map<String, String> headers, byte[] body, boolean proven) {
        Map<String, String> kept = Collections.unmodifiableMap(new TreeMap<>(headers));
        String text = new String(body, StandardCharsets.UTF_8);
        received.addLast(new Received(++last, clock.instant(), name, query, kept, text, proven));
        characters += text.length();
        while (received.size() > MOST || characters > MOST_CHARACTERS) {
            characters -= received.removeFirst().body().length();
        }
    }

    public synchronized boolean isEmpty() {
        return received.isEmpty();
    }

    /** What is kept of all of them, oldest first. */
    public synchronized List<Received> deliveries() {
        return List.copyOf(received);
    }

    /** What is kept of one inbox, oldest first. */
    public synchronized List<Received> deliveries(String name) {
        return received.stream().filter(one -> one.inbox().equals(name)).toList();
    }

    public synchronized void empty(String name) {
        received.removeIf(one -> one.inbox().equals(name));
        characters = received.stream().mapToLong(one -> one.body().length()).sum();
    }

    boolean takes(URI receiver) {
        return InboxAddress.parse(receiver.getPath())
                .filter(address -> address.sandbox().equals(sandbox))
                .isPresent();
    }

    Receipt receive(Message message) {
        URI receiver = message.receiver();
        String query = receiver.getRawQuery() == null ? "" : receiver.getRawQuery();
        String name = InboxAddress.parse(receiver.getPath()).orElseThrow().name();
        if (message.body().length > MOST_BYTES) {
            return new Receipt.Answered(413, "");
        }
        Seal seal = message.seal();
        boolean proven = seal.secret().isEmpty() || seal.proves(message.headers(), message.body());
        receive(name, query, message.headers(), message.body(), proven);
        return new Receipt.Answered(200, "");
    }
}
