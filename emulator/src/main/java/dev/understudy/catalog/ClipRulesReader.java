package dev.understudy.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/** Makes a model's rules for clips of the part {@code understudy.clip} of its row. */
final class ClipRulesReader {

    private static final List<String> KNOWN = List.of("shortest", "longest", "longer", "larger", "excerpt");

    private ClipRulesReader() {}

    static ClipRules read(JsonNode rules, List<Field> inputs) {
        if (rules.isMissingNode()) {
            return ClipRules.USUAL;
        }
        rules.fieldNames().forEachRemaining(name -> {
            if (!KNOWN.contains(name)) {
                throw new BadRowException(
                        "'understudy.clip' has '%s', but only %s mean something", name, String.join(", ", KNOWN));
            }
        });
        ClipRules read = new ClipRules(
                time(rules, "shortest", ClipRules.USUAL.shortest()),
                time(rules, "longest", ClipRules.USUAL.longest()),
                choice(rules, "longer", "reject", "trim"),
                choice(rules, "larger", "warn", "reject"),
                Optional.of(rules.path("excerpt").asText("")).filter(name -> !name.isEmpty()));
        if (read.shortest().compareTo(read.longest()) > 0) {
            throw new BadRowException("'understudy.clip.shortest' must not be longer than 'longest'");
        }
        read.excerpt().ifPresent(name -> requireText(inputs, name));
        return read;
    }

    private static Duration time(JsonNode rules, String name, Duration byDefault) {
        try {
            Duration time = rules.has(name) ? Duration.parse(rules.path(name).asText("")) : byDefault;
            if (!time.isNegative()) {
                return time;
            }
        } catch (DateTimeParseException e) {
            // Said below, together with times before the beginning.
        }
        throw new BadRowException("'understudy.clip.%s' must be a time such as PT4S", name);
    }

    private static Optional<Boolean> choice(JsonNode rules, String name, String no, String yes) {
        String word = rules.path(name).asText(rules.has(name) ? "?" : "");
        if (word.isEmpty() || word.equals(no) || word.equals(yes)) {
            return word.isEmpty() ? Optional.empty() : Optional.of(word.equals(yes));
        }
        throw new BadRowException("'understudy.clip.%s' must be %s or %s", name, no, yes);
    }

    private static void requireText(List<Field> inputs, String name) {
        if (inputs.stream().noneMatch(field -> field.name().equals(name) && field.kind() instanceof Kind.Text)) {
            throw new BadRowException(
                    "'understudy.clip.excerpt' names '%s', which is no string among its inputs", name);
        }
    }
}
