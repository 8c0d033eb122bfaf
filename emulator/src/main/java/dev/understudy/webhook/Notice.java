package dev.understudy.webhook;

/**
 * What one receiver is told.
 *
 * @param id names what is told, the same in all attempts; a {@link Manner} may send and sign it
 * @param body the same in all attempts
 */
public record Notice(String id, byte[] body) {}
