package dev.understudy.dialect;

import dev.understudy.sandbox.Refused;
import dev.understudy.sandbox.Sandbox;
import java.util.List;
import java.util.Optional;

/**
 * One wire format over the sandboxes. A dialect parses a request, calls the sandbox and renders the answer; it decides
 * nothing about time, faults or money.
 */
public interface Dialect {

    /** What all its paths begin with, such as {@code /api/}. */
    String prefix();

    /** What it serves; the first operation that matches a request is the one. */
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
}
