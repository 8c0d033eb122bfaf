package dev.understudy.catalog;

import java.time.Duration;
import java.util.Optional;

/**
 * What the clip of a model must be that makes characters.
 *
 * @param shortest how long it must be at least
 * @param longest how long it may be
 * @param trims whether a longer one counts as cut to its beginning; empty to leave that to the server's setting
 * @param rejectsLarger whether one over 1080p is refused; empty to leave that to the server's setting
 * @param excerpt the input that names the part of the clip to use, as {@code start,end} in seconds; the bounds of length
 *     are then those of the clip, and the part must lie within it
 */
public record ClipRules(
        Duration shortest,
        Duration longest,
        Optional<Boolean> trims,
        Optional<Boolean> rejectsLarger,
        Optional<String> excerpt) {

    /** "Source video of the character (2–4 seconds)", the documentation of the first provider. */
    static final ClipRules USUAL = new ClipRules(
            Duration.ofSeconds(2), Duration.ofSeconds(4), Optional.empty(), Optional.empty(), Optional.empty());
}
