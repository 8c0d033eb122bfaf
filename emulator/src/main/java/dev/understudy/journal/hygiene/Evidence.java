package dev.understudy.journal.hygiene;

import java.time.Instant;
import java.util.List;

/**
 * One time that a rule was broken.
 *
 * @param entries numbers of the journal's entries that show it, oldest first
 * @param at when, on the sandbox's clock
 * @param said in words; intervals in it are the longer of real time and the sandbox's, so they do not repeat exactly
 */
public record Evidence(List<Long> entries, Instant at, String said) {}
