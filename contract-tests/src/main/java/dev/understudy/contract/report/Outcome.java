package dev.understudy.contract.report;

/** How a case ended; the worst last. */
public enum Outcome {
    SKIPPED,
    PASS,
    /** Failed where it is known to fail. */
    KNOWN_GAP,
    /** The target does not keep the contract. */
    FAIL,
    /** The case could not look; says nothing about the target. */
    ERROR
}
