package dev.understudy.prediction;

import dev.understudy.media.render.Scene;

/** One thing that a completed job produced. */
public sealed interface Output {

    /** A reusable character: an immutable id with the name it was given. */
    record MadeCharacter(String id, String name) implements Output {}

    /**
     * A video, described rather than stored: it is painted when somebody first fetches it.
     *
     * @param fileName the last part of its URL, such as {@code 1.mp4}
     */
    record Video(String fileName, Scene scene) implements Output {}
}
