package dev.understudy.journal.hygiene;

import java.util.List;

/**
 * What one rule found.
 *
 * @param count how often it was broken; 0 if it was kept
 * @param evidence the first ten times
 */
public record Finding(HygieneRule rule, int count, List<Evidence> evidence) {

    private static final int SHOWN = 10;

    static Finding of(HygieneRule rule, List<Evidence> all) {
        return new Finding(rule, all.size(), List.copyOf(all.subList(0, Math.min(SHOWN, all.size()))));
    }

    public boolean isKept() {
        return count == 0;
    }
}
