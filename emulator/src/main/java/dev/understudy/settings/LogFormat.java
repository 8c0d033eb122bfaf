package dev.understudy.settings;

/** Format of the lines that the server prints. */
public enum LogFormat {
    TEXT,
    JSON
}
