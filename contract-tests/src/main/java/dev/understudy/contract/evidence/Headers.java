package dev.understudy.contract.evidence;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The headers that evidence keeps. A list of what may stay: nobody can know the names of all that must not. */
public final class Headers {
    private static final Set<String> OF_REQUESTS = Set.of("content-type", "range");
    private static final Set<String> OF_RESPONSES = Set.of(
            "content-type",
            "content-range",
            "location",
            "retry-after",
            "retry-after-ms",
            "openai-poll-after-ms",
            "openai-version",
            "x-request-id",
            "x-ratelimit-limit",
            "x-ratelimit-remaining",
            "x-ratelimit-reset",
            "x-ratelimit-limit-requests",
            "x-ratelimit-remaining-requests",
            "x-ratelimit-reset-requests");

    private Headers() {}

    public static Map<String, String> ofRequest(Map<String, String> all) {
        return kept(all, OF_REQUESTS);
    }

    public static Map<String, String> ofResponse(Map<String, String> all) {
        return kept(all, OF_RESPONSES);
    }

    private static Map<String, String> kept(Map<String, String> all, Set<String> names) {
        Map<String, String> kept = new TreeMap<>();
        all.forEach((name, value) -> {
            String lower = name.toLowerCase(Locale.ROOT);
            if (names.contains(lower)) {
                kept.put(lower, withoutBoundary(lower, value));
            }
        });
        return kept;
    }

    // The boundary of a multipart form is drawn anew each time and says nothing.
    private static String withoutBoundary(String name, String value) {
        return name.equals("content-type") ? value.replaceAll(";\\s*boundary=[^;]*", "") : value;
    }
}
