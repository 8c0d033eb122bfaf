package dev.understudy.journal.hygiene;

/** What a habit may cost whoever has it. */
public enum Severity {
    /** Worth a look; it does not count. */
    NOTE,
    /** Unkind to the service, or wasteful. */
    MINOR,
    /** Makes an outage or a limit worse. */
    MAJOR,
    /** Costs money or gives a secret away. */
    GRAVE
}
