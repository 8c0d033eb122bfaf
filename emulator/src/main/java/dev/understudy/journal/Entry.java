package dev.understudy.journal;

import dev.understudy.fault.Struck;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One thing that a sandbox remembers. Numbers count up from 1 within a sandbox, without gaps. */
public sealed interface Entry {

    long number();

    /** When, on the sandbox's clock. */
    Instant at();

    /** What a client's author should know: faults that struck, keys that were dropped, things that were assumed. */
    List<String> notes();

    /** Which job it is about, where it is about one. */
    Optional<String> prediction();

    /**
     * A call and its answer.
     *
     * @param real when the call came in, in real time: nanoseconds on the scale of {@link System#nanoTime}. It is for
     *     judging a client's manners and no part of what the journal answers, since it never repeats
     * @param prediction the job that the call was about, if it was about one
     * @param struck the faults that struck the call, in the order in which they did
     */
    record Call(
            long number,
            Instant at,
            long real,
            Asked asked,
            Told told,
            Optional<String> prediction,
            List<Struck> struck,
            List<String> notes)
            implements Entry {

        /** What was asked for, such as {@code wavespeed.submit}. */
        public String operation() {
            return asked.operation();
        }

        public String method() {
            return asked.method();
        }

        /** The request's path, without its query. */
        public String path() {
            return asked.path();
        }

        /** The HTTP status of the answer. */
        public int status() {
            return told.status();
        }
    }

    /** Something that came out about a job after its submission was answered. */
    record JobNote(long number, Instant at, String job, List<String> notes) implements Entry {
        @Override
        public Optional<String> prediction() {
            return Optional.of(job);
        }
    }
}
