package dev.understudy.contract.drift;

import java.util.Collection;
import java.util.Set;

/** What three sources say about one case together. */
public enum DriftClass {
    /** All that were asked agree. */
    IN_PARITY,
    /** The real service is as recorded, the emulator is not: the emulator is to be fixed. */
    EMULATOR_GAP,
    /** The emulator is as recorded, the real service no longer is: record again, then fix the emulator. */
    PROVIDER_CHANGED,
    /** Neither is as recorded: record again first. */
    BOTH,
    /** Nothing is recorded. */
    UNVERIFIED,
    /** The real service was asked and gave no answer, or nobody was asked at all. Never counts as parity. */
    COULD_NOT_LOOK;

    static DriftClass of(Set<Source> asked, boolean liveFailed, Collection<Difference> differences) {
        if (liveFailed || asked.equals(Set.of(Source.EVIDENCE))) {
            return COULD_NOT_LOOK;
        }
        if (!asked.contains(Source.EVIDENCE)) {
            return UNVERIFIED;
        }
        boolean changed = asked.contains(Source.LIVE) && apart(differences, Source.LIVE);
        boolean gap = asked.contains(Source.EMULATOR) && apart(differences, Source.EMULATOR);
        return changed ? (gap ? BOTH : PROVIDER_CHANGED) : (gap ? EMULATOR_GAP : IN_PARITY);
    }

    private static boolean apart(Collection<Difference> differences, Source source) {
        return differences.stream()
                .filter(difference -> difference.severity() != Severity.NOISE)
                .anyMatch(difference -> difference.isBetween(Source.EVIDENCE, source));
    }
}
