package dev.understudy.client;

/** The one holder of the key: to be put into a header or wiped out of a text. No record, which would print it. */
final class ApiKey {
    /** A shorter key is a test's, not a secret, and wiping it out would eat letters from ordinary words. */
    private static final int SHORTEST_SECRET = 6;

    private final String value;

    ApiKey(String value) {
        // The JDK checks header values as well, but its message quotes the value.
        if (value == null || !value.matches("[!-~]+")) {
            throw new IllegalArgumentException("No usable API key. Call apiKey(…) or set WAVESPEED_API_KEY,"
                    + " to visible ASCII without a space or a line end");
        }
        this.value = value;
    }

    String header() {
        return "Bearer " + value;
    }

    boolean occursIn(String text) {
        return value.length() >= SHORTEST_SECRET && text.contains(value);
    }

    String wipe(String text) {
        return occursIn(text) ? text.replace(value, "***") : text;
    }
}
