package dev.understudy.dialect;

import dev.understudy.settings.Nearest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A path with places: {@code {id}} stands for one segment, {@code {model...}} at the end for one or more. Matching
 * goes along the path once and allocates only when it succeeds.
 */
public final class PathPattern {

    private record Part(String text, boolean place, boolean rest) {}

    // More than any path served has.
    private static final int MOST_SEGMENTS = 16;

    private final String template;
    private final List<Part> parts;

    private PathPattern(String template, List<Part> parts) {
        this.template = template;
        this.parts = parts;
    }

    public static PathPattern of(String template) {
        List<Part> parts = new ArrayList<>();
        for (String segment : template.substring(1).split("/", -1)) {
            boolean place = segment.startsWith("{");
            boolean rest = segment.endsWith("...}");
            String text = place ? segment.substring(1, segment.length() - (rest ? 4 : 1)) : segment;
            parts.add(new Part(text, place, rest));
        }
        return new PathPattern(template, List.copyOf(parts));
    }

    /** What the places stand for in {@code path}, by name; empty if the path does not match. */
    public Optional<Map<String, String>> match(String path) {
        Map<String, String> found = Map.of();
        int from = 1;
        for (Part part : parts) {
            if (from > path.length()) {
                return Optional.empty();
            }
            int slash = path.indexOf('/', from);
            int to = slash < 0 || part.rest() ? path.length() : slash;
            if (part.place()) {
                if (from == to) {
                    return Optional.empty();
                }
                found = found.isEmpty() ? new LinkedHashMap<>() : found;
                found.put(part.text(), path.substring(from, to));
            } else if (to - from != part.text().length() || !path.startsWith(part.text(), from)) {
                return Optional.empty();
            }
            from = to + 1;
        }
        return from > path.length() ? Optional.of(found) : Optional.empty();
    }

    /** What {@code path} was perhaps meant to be: as many segments, of which one is a slip of the pen. */
    public Optional<String> nearest(String path) {
        List<String> sent = List.of(path.split("/", MOST_SEGMENTS));
        if (sent.size() != parts.size() + 1 || parts.stream().anyMatch(Part::rest)) {
            return Optional.empty();
        }
        StringBuilder meant = new StringBuilder();
        int slips = 0;
        for (int i = 0; i < parts.size(); i++) {
            String segment = sent.get(i + 1);
            boolean fits = parts.get(i).place() || parts.get(i).text().equals(segment);
            if (!fits && Nearest.to(segment, List.of(parts.get(i).text())).isEmpty()) {
                return Optional.empty();
            }
            slips += fits ? 0 : 1;
            meant.append('/').append(fits ? segment : parts.get(i).text());
        }
        return slips == 1 ? Optional.of(meant.toString()) : Optional.empty();
    }

    @Override
    public String toString() {
        return template;
    }
}
