package dev.understudy.settings;

/** What a clip outside 720p to 1080p does; only an older page of the provider names these bounds. */
public enum ClipSize {
    WARN,
    REJECT
}
