package dev.understudy.settings;

import java.util.List;
import java.util.Locale;

/** What moves a job from waiting to its end. */
public sealed interface Progression {

    /** The words for the four kinds. */
    List<String> WORDS = List.of("time", "immediate", "polls", "manual");

    /** Polls of each kind that can be asked for. */
    int MOST_POLLS = 10_000;

    /** The sandbox's clock, at the server's pace. */
    record Time() implements Progression {}

    /** Nothing: the first poll may find the job ended. */
    record Immediate() implements Progression {}

    /**
     * The polls of the job's owner.
     *
     * @param queued how many polls find the job waiting; 0 to {@link #MOST_POLLS}
     * @param processing how many after those find it at work; the next one finds it ended
     */
    record Polls(int queued, int processing) implements Progression {
        public Polls {
            if (queued < 0 || queued > MOST_POLLS || processing < 0 || processing > MOST_POLLS) {
                throw new IllegalArgumentException("queued and processing must be numbers from 0 to " + MOST_POLLS);
            }
        }
    }

    /** Steps that somebody asks for. */
    record Manual() implements Progression {}

    static Progression time() {
        return new Time();
    }

    static Progression immediate() {
        return new Immediate();
    }

    static Progression polls(int queued, int processing) {
        return new Polls(queued, processing);
    }

    static Progression manual() {
        return new Manual();
    }

    /** The word for its kind: one of {@link #WORDS}. */
    default String word() {
        return getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    /**
     * The progression of a word, with numbers of polls for {@code polls}.
     *
     * @throws IllegalArgumentException if there is no such word; the message lists those there are
     */
    static Progression of(String word, int queued, int processing) {
        return switch (word) {
            case "time" -> time();
            case "immediate" -> immediate();
            case "polls" -> polls(queued, processing);
            case "manual" -> manual();
            default ->
                throw new IllegalArgumentException(
                        "progression must be one of " + String.join(", ", WORDS) + ", not '" + word + "'");
        };
    }
}
