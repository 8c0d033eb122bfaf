package dev.understudy.client;

import java.util.Map;

/** One element of {@code outputs}. Videos come as text (a URL); a character comes as fields. */
public sealed interface Output {
    /** A string on the wire, or any other scalar as text. */
    record Text(String value) implements Output {}

    /** A JSON object: its scalar fields as text, its nested ones as JSON, null ones left out. */
    record Fields(Map<String, String> values) implements Output {
        public Fields {
            values = Map.copyOf(values);
        }
    }
}
