package dev.understudy.contract.evidence;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Keeps what is said in a run, case by case. What cases share is said once and stands in each of them that uses it, at the
 * place where it first does, so that the evidence of a case is complete. Not for several threads, as cases are not.
 */
public final class Tape {
    private sealed interface Piece {
        record Said(Exchange exchange) implements Piece {}

        record Shared(String name) implements Piece {}
    }

    private final Sanitiser sanitiser;
    private final Map<String, List<Piece>> shared = new HashMap<>();
    private final Deque<List<Piece>> open = new ArrayDeque<>();

    public Tape(Sanitiser sanitiser) {
        this.sanitiser = sanitiser;
        open.push(new ArrayList<>());
    }

    /** Forgets what was said outside of a case, and begins one. */
    public void begin() {
        open.clear();
        open.push(new ArrayList<>());
    }

    public void add(Exchange exchange) {
        open.element().add(new Piece.Said(sanitiser.clean(exchange)));
    }

    /** Notes that the case uses something that is shared; what is said while it is made belongs to it. */
    public <T> T shared(String name, Supplier<T> make) {
        open.element().add(new Piece.Shared(name));
        List<Piece> pieces = new ArrayList<>();
        open.push(pieces);
        try {
            return make.get();
        } finally {
            open.pop();
            shared.putIfAbsent(name, pieces);
        }
    }

    /** All that was said in the case, cleaned. */
    public List<Exchange> exchanges() {
        List<Exchange> exchanges = new ArrayList<>();
        collect(open.getLast(), exchanges, new HashSet<>());
        return exchanges;
    }

    /** The ids of the sanitizers that have taken something out in this run. */
    public List<String> sanitizers() {
        return sanitiser.used().stream().sorted().toList();
    }

    private void collect(List<Piece> pieces, List<Exchange> exchanges, Set<String> seen) {
        for (Piece piece : pieces) {
            if (piece instanceof Piece.Said said) {
                exchanges.add(said.exchange());
            } else if (piece instanceof Piece.Shared use && seen.add(use.name())) {
                collect(shared.getOrDefault(use.name(), List.of()), exchanges, seen);
            }
        }
    }
}
