package dev.understudy.settings;

/** Where HTTP/2 is spoken beside HTTP/1.1. */
public enum Http2 {
    /** Over TLS, where client and server agree on it before the first request. */
    TLS,
    /** In the clear too: at once, or by an upgrade. Some clients, such as the JDK's, ask for the latter unasked. */
    EVERYWHERE,
    OFF
}
