package dev.understudy.webhook;

import dev.understudy.time.Draw;
import java.net.URI;
import java.util.List;

/**
 * A receiver that is registered for a whole sandbox rather than for one job.
 *
 * @param id 16 hexadecimal digits
 * @param events the types of events that it wants, in the words of the dialect that tells them
 * @param secret {@code whsec_} and 32 bytes in base64
 */
public record Endpoint(String id, URI url, List<String> events, String secret) {

    public Endpoint {
        events = List.copyOf(events);
    }

    public boolean wants(String event) {
        return events.contains(event);
    }

    /**
     * Names what this endpoint is told of a job, for providers that give an event an id of its own.
     *
     * @return 32 lower-case hexadecimal digits, the same in every run and in every copy of the sandbox
     */
    public String mark(String job) {
        return new Draw(0).child(id).child(job).hex32();
    }

    Endpoint at(URI other) {
        return new Endpoint(id, other, events, secret);
    }

    /** Without what may be secret: the URL's query and the secret itself. */
    @Override
    public String toString() {
        return "Endpoint[id=%s, url=%s, events=%s]".formatted(id, Post.place(url), events);
    }
}
