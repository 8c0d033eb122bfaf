package dev.understudy.sandbox;

import dev.understudy.prediction.Output;
import dev.understudy.prediction.Prediction;
import dev.understudy.time.Draw;
import java.time.Instant;

/**
 * How the names of what a job makes are drawn. Draws of one name repeat with the seed; of different names they have
 * nothing to do with each other.
 */
public interface Naming {

    /** Nothing but chance, and characters called what their maker calls them. */
    Naming USUAL = new Naming() {};

    /** The id of a job: 32 lower-case hexadecimal digits, which hardly ever repeat. */
    default String job(Draw draw, Instant now) {
        return draw.hex32();
    }

    /** The character that a job makes. */
    default Output.MadeCharacter character(Draw draw, Prediction job) {
        return character("char_" + draw.hex32(), (String) job.input().get("name"), job);
    }

    /** A character of that id and name. */
    static Output.MadeCharacter character(String id, String name, Prediction job) {
        return new Output.MadeCharacter(id, name, job.id(), job.createdAt());
    }
}
