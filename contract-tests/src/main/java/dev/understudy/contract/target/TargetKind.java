package dev.understudy.contract.target;

/** What answers. Only the kit asks; a case must not know (the build checks that). */
public enum TargetKind {
    /** A stand-in: free of charge, takes any key. */
    EMULATOR,
    /** The real service: costs money, needs a real key. */
    LIVE,
    /** What the real service once said: free of charge, and knows nothing of today. */
    REPLAY
}
