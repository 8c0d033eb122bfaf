package dev.understudy.fault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.understudy.catalog.Model;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads profiles from their data files. */
final class ProfileFile {

    private static final List<String> NAMES = List.of("stable", "unstable", "retired");
    private static final ObjectMapper JSON = new ObjectMapper();

    private ProfileFile() {}

    static Profile read(String name) {
        if (!NAMES.contains(name)) {
            throw new IllegalArgumentException(
                    "there is no profile '%s'; there are %s".formatted(name, String.join(", ", NAMES)));
        }
        try (InputStream file = ProfileFile.class.getResourceAsStream(name + ".json")) {
            List<Rule> rules = new ArrayList<>();
            JSON.readTree(file).required("rules").forEach(row -> rules.add(rule(row)));
            return new Profile(name, rules);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Rule rule(JsonNode row) {
        String source = row.required("source").asText();
        String fault = row.required("fault").asText();
        return switch (fault) {
            case "gone" -> new Rule.Always(new Fault.Gone(), source);
            case "outage" ->
                new Rule.Windows(
                        new Fault.ServerError(503),
                        duration(row, "every"),
                        duration(row, "lasts"),
                        probability(row),
                        source);
            case "fallback" ->
                new Rule.Sometimes(
                        new Fault.Fallback(row.required("model").asText(), false),
                        probability(row),
                        makes(row),
                        source);
            case "late-failure" ->
                new Rule.Sometimes(
                        new Fault.LateFailure(
                                duration(row, "delay"), row.required("error").asText()),
                        probability(row),
                        makes(row),
                        source);
            default -> throw new IllegalArgumentException("unknown fault '" + fault + "'");
        };
    }

    private static Duration duration(JsonNode row, String name) {
        return Duration.parse(row.required(name).asText());
    }

    private static double probability(JsonNode row) {
        return row.required("probability").asDouble();
    }

    private static Optional<Model.Product> makes(JsonNode row) {
        return Optional.ofNullable(row.get("makes"))
                .map(word -> Model.Product.valueOf(word.asText().toUpperCase(Locale.ROOT)));
    }
}
