package dev.understudy.sandbox;

import java.time.Instant;

/**
 * A character that jobs can name.
 *
 * @param job the one that made it
 * @param madeAt when the job that made it was submitted
 */
public record KnownCharacter(String id, String name, String job, Instant madeAt) {}
