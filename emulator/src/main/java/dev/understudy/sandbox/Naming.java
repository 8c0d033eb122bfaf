package dev.understudy.sandbox;

import dev.understudy.prediction.Output;
import dev.understudy.time.Draw;
import java.time.Instant;
import java.util.Map;

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

    /**
     * A character.
     *
     * @param input of the job that makes it, as it is kept
     */
    default Output.MadeCharacter character(Draw draw, Instant now, Map<String, Object> input) {
        return new Output.MadeCharacter("char_" + draw.hex32(), (String) input.get("name"));
    }
}
