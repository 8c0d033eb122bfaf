package dev.understudy.contract.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** What a request or an answer carries. */
public sealed interface Body {
    /** Nothing. */
    record None() implements Body {}

    /** JSON, as it was on the wire but for the blanks. */
    record Json(JsonNode value) implements Body {}

    /** Text that is no JSON. */
    record Text(String text) implements Body {}

    /**
     * Bytes that are not text.
     *
     * @param length in bytes
     * @param sha256 in lower-case hex digits
     * @param base64 the bytes themselves when they are few; empty otherwise
     */
    record Media(long length, String sha256, String base64) implements Body {}

    /** A multipart form. */
    record Parts(List<Part> parts) implements Body {
        public Parts {
            parts = List.copyOf(parts);
        }
    }

    /**
     * @param filename empty when the part has none
     */
    record Part(String name, String filename, String contentType, Media media) {}
}
