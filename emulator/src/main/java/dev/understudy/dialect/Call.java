package dev.understudy.dialect;

import dev.understudy.sandbox.Refused;
import dev.understudy.sandbox.Sandbox;
import dev.understudy.sandbox.Visit;
import java.util.Optional;

/**
 * A request on its way through an operation.
 *
 * @param caller the sandbox of the key that came with it; empty where none is needed
 * @param visit what the journal is to say about it
 */
public record Call(Request request, Optional<Sandbox> caller, Visit visit) {

    public Sandbox sandbox() {
        return caller.orElseThrow(
                () -> new Refused(Refused.Reason.UNAUTHORIZED, "send an Authorization header with a key"));
    }
}
