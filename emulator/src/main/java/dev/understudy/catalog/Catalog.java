package dev.understudy.catalog;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The models on offer, read from a data file. */
public final class Catalog {

    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);

    private final Map<String, Model> models;

    private Catalog(Map<String, Model> models) {
        this.models = models;
    }

    /** The models of the Sora 2 family that come with the emulator. */
    public static Catalog sora2() {
        try (InputStream file = Catalog.class.getResourceAsStream("sora-2.json")) {
            Map<String, Model> models = new LinkedHashMap<>();
            for (JsonNode row : JSON.readTree(file).required("models")) {
                Model model = model(row);
                models.put(model.slug(), model);
            }
            return new Catalog(models);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Optional<Model> find(String slug) {
        return Optional.ofNullable(models.get(slug));
    }

    public List<Model> models() {
        return List.copyOf(models.values());
    }

    private static Model model(JsonNode row) {
        List<Field> inputs = new ArrayList<>();
        row.required("inputs").forEach(input -> inputs.add(field(input)));
        JsonNode times = row.required("times");
        return new Model(
                row.required("slug").asText(),
                Model.Product.valueOf(row.required("makes").asText().toUpperCase(Locale.ROOT)),
                new BigDecimal(row.required("price").asText()),
                span(times.required("queued")),
                span(times.required("processing")),
                inputs);
    }

    private static Model.Span span(JsonNode bounds) {
        return new Model.Span(
                Duration.parse(bounds.required(0).asText()),
                Duration.parse(bounds.required(1).asText()));
    }

    private static Field field(JsonNode input) {
        List<Object> allowed = new ArrayList<>();
        input.path("allowed").forEach(value -> allowed.add(plain(value)));
        return new Field(
                input.required("name").asText(),
                Field.Type.valueOf(input.required("type").asText().toUpperCase(Locale.ROOT)),
                input.path("required").asBoolean(false),
                allowed,
                Optional.ofNullable(input.get("default")).map(Catalog::plain),
                input.path("maxLength").asInt(Integer.MAX_VALUE));
    }

    private static Object plain(JsonNode value) {
        return value.isIntegralNumber() ? (Object) value.intValue() : value.asText();
    }
}
