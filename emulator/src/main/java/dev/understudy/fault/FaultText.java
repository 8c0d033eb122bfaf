package dev.understudy.fault;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Faults as they stand in a header or a cue: {@code rate-limited; retry-after=PT5S}, several separated by commas. A value
 * with a comma, a semicolon or a quotation mark in it stands in quotation marks, with a backslash before each of its own.
 */
public final class FaultText {

    private FaultText() {}

    /**
     * Reads one fault or several.
     *
     * @param field where the text comes from, for the message
     * @throws RuleException if it cannot be read
     */
    public static List<Fault> readAll(String field, String text) {
        return split(text, ',').stream().map(one -> read(field, one)).toList();
    }

    /** Reads one fault. */
    public static Fault read(String field, String text) {
        List<String> parts = split(text, ';');
        FaultKind kind = FaultKind.named(field, parts.get(0));
        Map<String, String> given = new LinkedHashMap<>();
        for (String part : parts.subList(1, parts.size())) {
            int equals = part.indexOf('=');
            if (equals < 1) {
                throw RuleException.wrong(field, "must have parameters such as ; name=value after the fault's name");
            }
            String name = part.substring(0, equals).trim();
            if (given.put(name, unquoted(part.substring(equals + 1).trim())) != null) {
                throw RuleException.wrong(field, "has '" + name + "' twice");
            }
        }
        return kind.make(field, given);
    }

    /** The fault as it would be written, with all that is set. */
    public static String write(Fault fault) {
        StringBuilder text = new StringBuilder(FaultKind.of(fault).word());
        FaultKind.parameters(fault)
                .forEach((name, value) ->
                        text.append("; ").append(name).append('=').append(quoted(value.toString())));
        return text.toString();
    }

    private static List<String> split(String text, char separator) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char at = text.charAt(i);
            if (at == '\\' && quoted) {
                i++;
            } else if (at == '"') {
                quoted = !quoted;
            } else if (at == separator && !quoted) {
                parts.add(text.substring(from, i).trim());
                from = i + 1;
            }
        }
        parts.add(text.substring(from).trim());
        return parts;
    }

    private static String quoted(String value) {
        // Whoever reads it trims what is no more than a space, control characters too.
        return value.matches("[^\\x00-\\x20,;\"\\\\]+")
                ? value
                : '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static String unquoted(String value) {
        boolean quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
        return quoted ? value.substring(1, value.length() - 1).replaceAll("\\\\(.)", "$1") : value;
    }
}
