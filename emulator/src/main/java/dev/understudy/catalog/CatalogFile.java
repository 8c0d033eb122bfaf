package dev.understudy.catalog;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.json.JsonTree;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads a file of models: an array of rows, or an object with that array under {@code models} and, if they are not those
 * of the first provider, a word for theirs under {@code provider}.
 */
final class CatalogFile {

    private static final Pattern PROVIDER = Pattern.compile("[a-z][a-z0-9]{0,30}");

    private CatalogFile() {}

    static List<Model> read(String file, InputStream content) throws IOException {
        JsonNode root = root(file, content);
        requireWritable(file, root);
        JsonNode rows = root.isArray() ? root : root.path("models");
        if (!rows.isArray()) {
            throw unusable(file, "it is neither an array of models nor an object with such an array under 'models'");
        }
        String provider = provider(file, root);
        List<Model> models = new ArrayList<>();
        Set<String> slugs = new HashSet<>();
        for (int i = 0; i < rows.size(); i++) {
            Model model = model(file, provider, i, rows.get(i));
            if (!slugs.add(model.slug())) {
                throw unusable(file, "it has the model " + model.slug() + " twice");
            }
            models.add(model);
        }
        if (models.isEmpty()) {
            throw unusable(file, "it has no models");
        }
        return models;
    }

    private static String provider(String file, JsonNode root) {
        String provider = root.path("provider").asText("");
        if (!provider.isEmpty() && !PROVIDER.matcher(provider).matches()) {
            throw unusable(file, "its 'provider' must be a word of lower-case letters and digits");
        }
        return provider;
    }

    private static JsonNode root(String file, InputStream content) throws IOException {
        try {
            return JsonTree.read(content);
        } catch (JsonProcessingException e) {
            throw unusable(
                    file, "it is not valid JSON" + where(e.getLocation()) + ": " + firstLine(e.getOriginalMessage()));
        }
    }

    private static void requireWritable(String file, JsonNode node) {
        if (node.isNumber() && !Numbers.isWritable(node.decimalValue())) {
            throw unusable(
                    file,
                    "it has a number with more than %s digits before or after its point"
                            .formatted(Numbers.MOST_DIGITS));
        }
        node.forEach(child -> requireWritable(file, child));
    }

    private static Model model(String file, String provider, int index, JsonNode row) {
        try {
            return RowReader.model(provider, row);
        } catch (BadRowException e) {
            String slug = row.path("model_id").asText("");
            String which = slug.isEmpty() ? "model " + (index + 1) : "model " + Excerpt.of(slug);
            throw unusable(file, which + ": " + e.getMessage());
        }
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("");
    }

    private static String where(JsonLocation place) {
        return place == null ? "" : " (line %s, column %s)".formatted(place.getLineNr(), place.getColumnNr());
    }

    private static CatalogException unusable(String file, String what) {
        return new CatalogException("the catalog %s cannot be used: %s".formatted(file, what));
    }
}
