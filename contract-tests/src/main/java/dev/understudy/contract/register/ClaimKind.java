package dev.understudy.contract.register;

/** How well a claim about the real service is founded; the best first. */
public enum ClaimKind {
    /** The provider's documentation says so. */
    DOCUMENTED,
    /** Somebody captured it from the real service. */
    OBSERVED,
    /** The provider's own client code depends on it. */
    SDK,
    /** Concluded from the others. */
    INFERRED,
    /** Nobody has said; the claim only names the question. */
    UNKNOWN
}
