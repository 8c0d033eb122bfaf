package dev.understudy.dialect.wavespeed;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Map;

/**
 * What a job was asked to do. The provider's webhook page and its Go client call it {@code input}; its desktop and
 * command-line clients know both {@code inputs} and {@code input}. No answer was captured, so it is told
 * under both names.
 */
final class InputJson {

    private InputJson() {}

    static void write(JsonGenerator json, Map<String, Object> input) throws IOException {
        json.writeFieldName("input");
        WebhookJson.value(json, input);
        json.writeFieldName("inputs");
        WebhookJson.value(json, input);
    }
}
