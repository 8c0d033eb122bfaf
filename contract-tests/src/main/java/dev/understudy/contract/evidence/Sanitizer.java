package dev.understudy.contract.evidence;

import java.util.regex.Pattern;

/**
 * Takes out of a text what must not be kept.
 *
 * @param id stands in the evidence; never given to another sanitizer
 * @param pattern what it looks for; its first group stays, the rest goes
 * @param reason why it must not be kept
 */
public record Sanitizer(String id, Pattern pattern, String reason) {
    /** Stands where something was taken out. Fit for a URL, because clients follow those. */
    public static final String REMOVED = "removed";

    String applyTo(String text) {
        return pattern.matcher(text).replaceAll("$1" + REMOVED);
    }
}
