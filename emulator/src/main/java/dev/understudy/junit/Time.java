package dev.understudy.junit;

import java.time.Instant;

/** How the clock of a test's sandbox begins. The test may change that at any moment. */
public enum Time {
    /**
     * It shows {@link #START} and stands still until the test pushes it. For code that waits through something a test
     * can replace; with any other, a loop of polls never ends.
     */
    FROZEN,

    /** It runs with the computer's clock. For code that really waits, best with the pace {@code immediate}. */
    REAL;

    /**
     * What a frozen clock shows at first. The same in every run, so that answers are the same to the byte; noon, so
     * that no time zone makes another day of it.
     */
    public static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
}
