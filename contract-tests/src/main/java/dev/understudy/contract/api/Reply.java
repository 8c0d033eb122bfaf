package dev.understudy.contract.api;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * An answer as it was on the wire.
 *
 * @param status of HTTP
 * @param headers by name in lower case
 */
public record Reply(int status, Map<String, List<String>> headers, byte[] body) {
    /** The first value of a header; empty when there is none. */
    public String header(String name) {
        return headers.getOrDefault(name, List.of("")).get(0);
    }

    /** The first value of each header. */
    public Map<String, String> firstHeaders() {
        Map<String, String> first = new TreeMap<>();
        headers.forEach((name, values) -> first.put(name, values.get(0)));
        return first;
    }
}
