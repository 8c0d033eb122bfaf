package dev.understudy.sandbox;

import java.time.Instant;

/**
 * A character that jobs can name.
 *
 * @param madeAt when the job that made it was submitted
 */
public record KnownCharacter(String id, String name, Instant madeAt) {}
