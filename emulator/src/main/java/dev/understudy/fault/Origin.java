package dev.understudy.fault;

import java.util.Optional;

/** Who asked for a fault. */
public sealed interface Origin {

    /**
     * A rule of a script.
     *
     * @param rule its id
     * @param number counts its strikes from 1
     */
    record Script(String rule, long number) implements Origin {
        @Override
        public String toString() {
            return "script, %s, strike %s".formatted(rule, number);
        }
    }

    /** The request's header. */
    record Header() implements Origin {
        @Override
        public String toString() {
            return "header";
        }
    }

    /**
     * A cue in the input.
     *
     * @param field where it stood, such as {@code prompt}
     */
    record Cue(String field) implements Origin {
        @Override
        public String toString() {
            return "cue in " + field;
        }
    }

    /**
     * A rule of the profile.
     *
     * @param rule its id
     * @param number counts its strikes from 1
     * @param source the sentence it rests on
     */
    record OfProfile(String profile, String rule, long number, Optional<String> source) implements Origin {
        @Override
        public String toString() {
            return "profile " + profile;
        }
    }
}
