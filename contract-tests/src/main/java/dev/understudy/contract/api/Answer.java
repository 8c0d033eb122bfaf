package dev.understudy.contract.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Locale;
import java.util.Map;

/**
 * One HTTP answer. Its text never holds the key of the run, so it may stand in any message.
 *
 * @param request what was asked, such as {@code GET /api/v3/predictions/…}
 * @param headers by lower-case name
 * @param bytes the body as it came
 * @param text the body as text, the key taken out
 */
public record Answer(String request, int status, Map<String, String> headers, byte[] bytes, String text) {
    private static final int SHOWN = 600;
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** The header's value, or an empty text. */
    public String header(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
    }

    /**
     * The body as JSON, its keys in the order on the wire.
     *
     * @throws AssertionError when it is not JSON: that is the target's fault, not the kit's
     */
    public JsonNode json() {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError("Expected JSON: " + this, e);
        }
    }

    /** The envelope's {@code data}; a missing node when there is none. */
    public JsonNode data() {
        return json().path("data");
    }

    @Override
    public String toString() {
        String shown = text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
        return request + " was answered with HTTP " + status + " " + shown;
    }
}
