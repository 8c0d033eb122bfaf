package dev.understudy.settings;

/** Which hosts clips may be fetched from. Cloud metadata addresses are refused in every mode. */
public enum Egress {
    /** No host at all; every URL is judged by its hints. */
    NONE,
    /** Loopback and private addresses. */
    PRIVATE,
    /** Any host. */
    ANY
}
