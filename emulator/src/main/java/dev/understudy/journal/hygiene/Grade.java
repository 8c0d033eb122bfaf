package dev.understudy.journal.hygiene;

import java.util.Collection;

/** A client's manners in one letter: the worst habit decides, and two major ones are worse than one. */
public enum Grade {
    A("no bad habits were seen"),
    B("only minor habits were seen"),
    C("one major habit was seen"),
    D("several major habits were seen"),
    F("a grave habit was seen: it costs money or gives a secret away");

    private final String meaning;

    Grade(String meaning) {
        this.meaning = meaning;
    }

    public String meaning() {
        return meaning;
    }

    /** Whether this is no worse than another. */
    public boolean isAtLeast(Grade other) {
        return compareTo(other) <= 0;
    }

    static Grade of(Collection<Finding> findings) {
        if (has(findings, Severity.GRAVE) > 0) {
            return F;
        }
        long major = has(findings, Severity.MAJOR);
        if (major > 0) {
            return major == 1 ? C : D;
        }
        return has(findings, Severity.MINOR) > 0 ? B : A;
    }

    private static long has(Collection<Finding> findings, Severity severity) {
        return findings.stream()
                .filter(finding -> finding.count() > 0 && finding.rule().severity() == severity)
                .count();
    }
}
