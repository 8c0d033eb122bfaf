package dev.understudy.journal;

/**
 * How much one journal keeps.
 *
 * @param entries at least 1
 * @param bytes of memory, as estimated from what the entries hold; the newest entry is kept whatever it weighs
 */
public record Bounds(int entries, long bytes) {}
