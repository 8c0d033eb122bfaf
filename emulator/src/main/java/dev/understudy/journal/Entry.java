package dev.understudy.journal;

import java.time.Instant;
import java.util.List;

/** One thing that a sandbox remembers. Numbers count up from 1 within a sandbox, without gaps. */
public sealed interface Entry {

    long number();

    /** When, on the sandbox's clock. */
    Instant at();

    /** What a client's author should know: faults that struck, keys that were dropped, things that were assumed. */
    List<String> notes();

    /**
     * A call and its answer.
     *
     * @param operation what was asked for, such as {@code wavespeed.submit}
     * @param path the request's path without its query, which may carry secrets
     * @param status the HTTP status of the answer
     */
    record Call(long number, Instant at, String operation, String method, String path, int status, List<String> notes)
            implements Entry {}

    /** Something that came out about a job after its submission was answered. */
    record JobNote(long number, Instant at, String prediction, List<String> notes) implements Entry {}
}
