package dev.understudy.settings;

/** The status word of a waiting job in a poll: the guides say queued, the provider's API pages created. */
public enum InitialStatus {
    QUEUED,
    CREATED
}
