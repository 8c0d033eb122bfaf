package dev.understudy.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/** Opens the envelope {@code {code, message, data}}; whatever is not a good one becomes an {@link ApiException}. */
record Answers(ApiKey key, ClientClock clock) {
    static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST_DETAIL = 300;

    JsonNode data(Call call, HttpResponse<byte[]> response) {
        JsonNode body = parse(response.body());
        if (response.statusCode() / 100 != 2 || body.path("code").asInt(200) != 200) {
            throw error(call, response, "");
        }
        if (!body.path("data").isObject()) {
            throw error(call, response, "no data in the answer: ");
        }
        return body.get("data");
    }

    /** @param complaint goes before the words of the server */
    ApiException error(Call call, HttpResponse<byte[]> response, String complaint) {
        JsonNode body = parse(response.body());
        Integer code = body.path("code").isInt() ? body.path("code").intValue() : null;
        String suffix = code == null ? "" : " (code " + code + ")";
        String detail = complaint + oneLine(said(body, response.body())) + suffix;
        int status = response.statusCode();
        Duration wait =
                response.headers().firstValue("Retry-After").map(this::wait).orElse(null);
        return status == 429 || code != null && code == 429
                ? new RateLimitedException(call, status, code, detail, wait)
                : new ApiException(call, status, code, detail, wait);
    }

    static JsonNode parse(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (IOException notJson) {
            // Not kept as a cause: Jackson quotes the text it stumbled over, which may hold the key.
            return MissingNode.getInstance();
        }
    }

    /** {@code message}, or {@code error} as one documented refusal has it, with the {@code error_code} some carry. */
    private String said(JsonNode body, byte[] raw) {
        String message = body.path("message").asText(body.path("error").asText(""));
        String reason = body.path("error_code").asText("");
        return message.isBlank() ? excerpt(raw) : reason.isEmpty() ? message : message + " [" + reason + "]";
    }

    /** An HTML page without its tags, or the beginning of whatever it was; wiped first, before a cut can hide a key. */
    private String excerpt(byte[] raw) {
        String text = key.wipe(new String(raw, StandardCharsets.UTF_8)).replaceAll("<[^>]*>", " ");
        return text.isBlank() ? "empty body" : text;
    }

    private String oneLine(String text) {
        String line = key.wipe(text).replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
        return line.length() <= LONGEST_DETAIL ? line : line.substring(0, LONGEST_DETAIL - 1) + "…";
    }

    /** RFC 9110 section 10.2.3: whole seconds or an HTTP date; null for anything else. */
    private Duration wait(String header) {
        if (header.matches("\\d{1,9}")) {
            return Duration.ofSeconds(Long.parseLong(header));
        }
        try {
            ZonedDateTime until = ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME);
            Duration left = Duration.between(clock.now(), until);
            return left.isNegative() ? Duration.ZERO : left;
        } catch (DateTimeException neither) {
            return null;
        }
    }
}
