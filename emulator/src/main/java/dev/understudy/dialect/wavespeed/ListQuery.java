package dev.understudy.dialect.wavespeed;

import dev.understudy.dialect.Request;
import dev.understudy.sandbox.Refused;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What somebody who lists predictions asks for. Names, defaults and ranges are the provider's; that both times exclude
 * the very instant is inferred.
 *
 * @param page counts from 1
 * @param status one of the words in {@link #STATUSES}
 */
record ListQuery(
        int page,
        int pageSize,
        Optional<String> model,
        Optional<String> status,
        Instant after,
        Instant before,
        boolean inputs) {

    private static final List<String> NAMES =
            List.of("page", "page_size", "model", "status", "created_after", "created_before", "include_inputs");

    /** What the provider's servers and clients know; some of these no job of ours is ever in. */
    private static final List<String> STATUSES = List.of(
            "created", "queued", "pending", "processing", "completed", "failed", "cancelled", "timeout", "deleted");

    private static final int LARGEST_PAGE = 100;
    private static final Pattern WHOLE = Pattern.compile("-?\\d{1,18}");
    private static final Pattern YEAR = Pattern.compile("\\d{4}-.*");

    /** @throws Refused if something is out of range or of the wrong type; the message says what would do */
    static ListQuery of(Map<String, Object> sent) {
        return new ListQuery(
                number(sent, "page", 1, Integer.MAX_VALUE),
                number(sent, "page_size", 20, LARGEST_PAGE),
                text(sent, "model"),
                text(sent, "status").map(ListQuery::known),
                text(sent, "created_after")
                        .map(text -> time("created_after", text))
                        .orElse(Instant.MIN),
                text(sent, "created_before")
                        .map(text -> time("created_before", text))
                        .orElse(Instant.MAX),
                truth(sent, "include_inputs"));
    }

    /** The same from the query of a URL. */
    static ListQuery of(Request request) {
        Map<String, Object> sent = new HashMap<>();
        for (String name : NAMES) {
            request.query(name).ifPresent(text -> sent.put(name, typed(name, text)));
        }
        return of(sent);
    }

    // A URL knows no types. What does not look like the type that is wanted stays a text, and is refused as one.
    private static Object typed(String name, String text) {
        return switch (name) {
            case "page", "page_size" -> WHOLE.matcher(text).matches() ? (Object) Long.valueOf(text) : text;
            case "include_inputs" ->
                text.equals("true") || text.equals("false") ? (Object) Boolean.valueOf(text) : text;
            default -> text;
        };
    }

    private static int number(Map<String, Object> sent, String name, int byDefault, int most) {
        Object value = sent.get(name);
        if (isMissing(value)) {
            return byDefault;
        }
        if (value instanceof Integer || value instanceof Long) {
            long number = ((Number) value).longValue();
            if (number >= 1 && number <= most) {
                return (int) number;
            }
        }
        throw wrong(name, "a whole number from 1 to " + most);
    }

    private static Optional<String> text(Map<String, Object> sent, String name) {
        Object value = sent.get(name);
        if (isMissing(value)) {
            return Optional.empty();
        }
        if (value instanceof String text) {
            return Optional.of(text.trim());
        }
        throw wrong(name, "a string");
    }

    private static boolean truth(Map<String, Object> sent, String name) {
        Object value = sent.get(name);
        if (isMissing(value) || value instanceof Boolean) {
            return Boolean.TRUE.equals(value);
        }
        throw wrong(name, "true or false");
    }

    // Clients that build a query from a form send the names of fields that were left empty.
    private static boolean isMissing(Object value) {
        return value == null || value instanceof String text && text.isBlank();
    }

    private static String known(String status) {
        if (STATUSES.contains(status)) {
            return status;
        }
        throw wrong("status", "one of " + String.join(", ", STATUSES));
    }

    private static Instant time(String name, String text) {
        try {
            if (YEAR.matcher(text).matches()) {
                return text.length() == 10
                        ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                        : OffsetDateTime.parse(text).toInstant();
            }
        } catch (DateTimeException e) {
            // Said below, together with what does not even begin like a date.
        }
        throw wrong(name, "a time such as 2026-01-31T12:00:00Z");
    }

    private static Refused wrong(String name, String wanted) {
        return new Refused(Refused.Reason.INVALID, "parameter " + name + " must be " + wanted);
    }
}
