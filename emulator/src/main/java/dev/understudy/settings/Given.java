package dev.understudy.settings;

/** A value and where it came from. */
record Given(String value, Origin origin) {}
