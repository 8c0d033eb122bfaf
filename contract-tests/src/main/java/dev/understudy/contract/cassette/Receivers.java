package dev.understudy.contract.cassette;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Takes the place of the client's receivers of webhooks, so that deliveries pass through the recorder. */
final class Receivers {
    private static final String PATH = "/__understudy/webhooks/";

    private final Map<String, URI> byPath = new ConcurrentHashMap<>();
    private final AtomicInteger count = new AtomicInteger();

    /** A new address that stands for the client's own, to be put behind an origin. */
    String pathFor(URI clients) {
        String path = PATH + count.incrementAndGet();
        byPath.put(path, clients);
        return path;
    }

    /** A receiver for people: what else is in its address may open it to whoever reads that. */
    static String place(URI receiver) {
        return receiver.getPort() < 0 ? receiver.getHost() : receiver.getHost() + ":" + receiver.getPort();
    }

    /** The client's own address behind a path; empty when the path is none of these. */
    Optional<URI> behind(String path) {
        return Optional.ofNullable(byPath.get(path));
    }
}
