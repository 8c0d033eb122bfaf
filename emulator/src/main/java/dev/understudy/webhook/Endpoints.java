package dev.understudy.webhook;

import dev.understudy.time.Draw;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The receivers that are registered for a whole sandbox, as in a provider's dashboard. Whether they are told anything is
 * up to the dialect that a job is submitted through: it asks for them then, so that one added later is told of later
 * jobs only.
 */
public final class Endpoints {

    /** How many a sandbox has at most. */
    public static final int MOST = 20;

    private final CopyOnWriteArrayList<Endpoint> all = new CopyOnWriteArrayList<>();
    private Draw draw;
    private long made;

    /** @param draw what ids and secrets are drawn from */
    Endpoints(Draw draw) {
        this.draw = draw;
    }

    // It draws what the other would have drawn.
    void continuing(Endpoints other, Move move) {
        synchronized (other) {
            other.all.forEach(one -> all.add(one.at(move.receiver(one.url()))));
            draw = other.draw;
            made = other.made;
        }
    }

    /** In the order in which they were registered. */
    public List<Endpoint> all() {
        return List.copyOf(all);
    }

    /** @return the new one; empty if there are too many */
    public synchronized Optional<Endpoint> add(URI url, List<String> events) {
        if (all.size() >= MOST) {
            return Optional.empty();
        }
        Draw own = draw.child(made++);
        Endpoint endpoint = new Endpoint(own.child("id").hex16(), url, events, Secrets.drawnFrom(own.child("secret")));
        all.add(endpoint);
        return Optional.of(endpoint);
    }

    /** @return whether there was one of that id; jobs that were submitted before still tell it their ends */
    public boolean remove(String id) {
        return all.removeIf(one -> one.id().equals(id));
    }
}
