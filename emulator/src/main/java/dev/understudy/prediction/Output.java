package dev.understudy.prediction;

import dev.understudy.media.render.Scene;
import java.time.Instant;

/** One thing that a completed job produced. */
public sealed interface Output {

    /**
     * A character that other jobs can name: an immutable id with the name it was given.
     *
     * @param job the one that made it
     * @param madeAt when that was submitted
     */
    record MadeCharacter(String id, String name, String job, Instant madeAt) implements Output {}

    /**
     * A video, described rather than stored: it is painted when somebody first fetches it.
     *
     * @param fileName the last part of its URL, such as {@code 1.mp4}
     */
    record Video(String fileName, Scene scene) implements Output {}
}
