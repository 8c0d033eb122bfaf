package dev.understudy.settings;

/** Whether the 429s of an account level say when to try again; the real service documents no such header. */
public enum RetryAfter {
    OFF,
    ON
}
