package dev.understudy.dialect;

import dev.understudy.sandbox.Refused;
import dev.understudy.sandbox.Sandbox;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One wire format over the sandboxes. A dialect parses a request, calls the sandbox and renders the answer; it decides
 * nothing about time, faults or money.
 */
public interface Dialect {

    /** What its paths begin with, such as {@code /api/}; where those of two dialects fit, the longer one decides. */
    List<String> prefixes();

    /** What it serves, made anew; the first operation that matches a request is the one. */
    List<Operation> operations();

    /**
     * The sandbox that a request belongs to; empty where it belongs to none.
     *
     * @throws Refused if the dialect wants a key and there is none
     */
    Optional<Sandbox> sandbox(Request request);

    /** Whether calls of an operation stand in the journal of their sandbox. */
    default boolean isJournaled(Operation operation) {
        return true;
    }

    /** Any refusal, in this dialect's shape. */
    Reply refuse(Refused refused);

    /** The same for a call to a path, or with a method, that is not served. */
    default Reply unrouted(Refused refused, Request request) {
        return refuse(refused);
    }

    /** Headers of its own that an answer carries besides those of HTTP; asked once for each answer. */
    default Map<String, String> headers(Answered answered) {
        return Map.of();
    }
}
