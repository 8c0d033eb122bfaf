package dev.understudy.dialect;

import dev.understudy.sandbox.Sandbox;
import dev.understudy.sandbox.Visit;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A call whose answer is about to be sent.
 *
 * @param caller empty if it was refused before anybody knew whose it is
 * @param visit empty if nothing is served under its path
 * @param entry the number of its entry in the journal of the caller's sandbox
 * @param status the HTTP status of the answer
 */
public record Answered(
        Request request, Optional<Sandbox> caller, Optional<Visit> visit, OptionalLong entry, int status) {}
