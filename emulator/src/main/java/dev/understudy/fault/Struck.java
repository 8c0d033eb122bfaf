package dev.understudy.fault;

/**
 * A fault that struck, with the reason.
 *
 * @param why which rule of which profile, for the journal
 */
public record Struck(Fault fault, String why) {}
