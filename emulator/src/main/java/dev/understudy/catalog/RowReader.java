package dev.understudy.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.catalog.Model.Pace;
import dev.understudy.catalog.Model.Product;
import dev.understudy.catalog.Model.Span;
import dev.understudy.json.JsonTree;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Makes a model of one row of the provider's catalog. Its part {@code understudy}, which the provider does not have,
 * may be left out where the row says enough.
 */
final class RowReader {

    private static final Pattern SLUG = Pattern.compile("[A-Za-z0-9._-]+(/[A-Za-z0-9._-]+)*");
    private static final Pattern VIDEO_TYPE = Pattern.compile(".*-to-video");

    private static final List<String> OURS = List.of("makes", "times", "perSecond", "clip");

    // "character ID is created instantly" to half a minute, depending on the page; a video was reported at 135 s.
    private static final Pace PACE_OF_CHARACTER = new Pace(seconds(1, 3), seconds(10, 30));
    private static final Pace PACE_OF_VIDEO = new Pace(seconds(2, 10), seconds(120, 150));

    private RowReader() {}

    /** @throws BadRowException if the row cannot be used */
    static Model model(String provider, JsonNode row) {
        if (!row.isObject()) {
            throw new BadRowException("it is not a JSON object");
        }
        String slug = slug(row);
        JsonNode schema = requestSchema(row);
        JsonNode ours = row.path("understudy");
        requireKnown(ours);
        Product product = product(row, ours);
        List<Field> inputs = SchemaReader.inputs(schema);
        requireInputs(product, provider, inputs);
        return new Model(
                Model.named(provider, slug),
                product,
                new Prices(price(row, "base_price"), perSecond(ours, inputs)),
                pace(ours.path("times"), product),
                ClipRulesReader.read(ours.path("clip"), inputs),
                inputs,
                new Listing(
                        row.path("name").asText(slug),
                        row.path("description").asText(""),
                        row.path("type").asText(""),
                        row.path("sort_order").asInt(0),
                        JsonTree.text(schema)));
    }

    private static String slug(JsonNode row) {
        String slug = row.path("model_id").asText("");
        if (!SLUG.matcher(slug).matches()) {
            throw new BadRowException("'model_id' must be a path such as openai/sora-2/characters");
        }
        return slug;
    }

    private static JsonNode requestSchema(JsonNode row) {
        JsonNode schemas = row.path("api_schema").path("api_schemas");
        for (JsonNode schema : schemas) {
            if (schema.path("type").asText("").equals("model_run")) {
                return schema.path("request_schema");
            }
        }
        throw new BadRowException("'api_schema.api_schemas' has no entry of the type model_run");
    }

    private static void requireKnown(JsonNode ours) {
        ours.fieldNames().forEachRemaining(name -> {
            if (!OURS.contains(name)) {
                throw new BadRowException(
                        "'understudy' has '%s', but only %s mean something", name, String.join(", ", OURS));
            }
        });
    }

    private static Product product(JsonNode row, JsonNode ours) {
        String makes = ours.path("makes").asText("");
        if (makes.equals("character")) {
            return Product.CHARACTER;
        }
        boolean ofType = VIDEO_TYPE.matcher(row.path("type").asText("")).matches();
        if (makes.equals("video") || (makes.isEmpty() && ofType)) {
            return Product.VIDEO;
        }
        throw new BadRowException("'understudy.makes' must be video or character");
    }

    // At some providers a character's maker has no say in its name.
    private static void requireInputs(Product product, String provider, List<Field> inputs) {
        List<String> ofMaker = provider.isEmpty() ? List.of("video", "name") : List.of("video");
        List<String> needed = product == Product.CHARACTER ? ofMaker : List.of();
        for (String name : needed) {
            if (inputs.stream().noneMatch(field -> field.name().equals(name) && field.required() && isText(field))) {
                throw new BadRowException("it makes a character, so its required strings must include '%s'", name);
            }
        }
    }

    private static boolean isText(Field field) {
        return field.kind() instanceof Kind.Text;
    }

    private static BigDecimal price(JsonNode row, String name) {
        return Numbers.parse(row.path(name).asText(""))
                .filter(price -> price.signum() >= 0 && Numbers.isWritable(price))
                .orElseThrow(() -> new BadRowException("'%s' must be a number of US dollars", name));
    }

    private static List<Prices.PerSecond> perSecond(JsonNode ours, List<Field> inputs) {
        List<Prices.PerSecond> rules = new ArrayList<>();
        for (JsonNode rule : ours.path("perSecond")) {
            find(inputs, Prices.SECONDS);
            String name = rule.path("parameter").asText("");
            List<Object> values =
                    name.isEmpty() ? List.of() : SchemaReader.values(find(inputs, name), rule.path("values"));
            if (values.isEmpty() != name.isEmpty()) {
                throw new BadRowException("'understudy.perSecond' needs 'values' for the input '%s'", name);
            }
            rules.add(new Prices.PerSecond(
                    Optional.of(name).filter(given -> !given.isEmpty()), values, price(rule, "price")));
        }
        return rules;
    }

    private static Field find(List<Field> inputs, String name) {
        return inputs.stream()
                .filter(field -> field.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new BadRowException("'understudy.perSecond' needs the input '%s'", name));
    }

    private static Pace pace(JsonNode times, Product product) {
        Pace usual = product == Product.CHARACTER ? PACE_OF_CHARACTER : PACE_OF_VIDEO;
        return times.isMissingNode() ? usual : new Pace(span(times, "queued"), span(times, "processing"));
    }

    private static Span span(JsonNode times, String name) {
        try {
            JsonNode bounds = times.path(name);
            Duration least = Duration.parse(bounds.path(0).asText(""));
            Duration most = Duration.parse(bounds.path(1).asText(""));
            if (!least.isNegative() && least.compareTo(most) <= 0) {
                return new Span(least, most);
            }
        } catch (DateTimeParseException e) {
            // Said below, together with bounds in the wrong order.
        }
        throw new BadRowException(
                "'understudy.times.%s' must be two times in order, such as [\"PT2S\", \"PT10S\"]", name);
    }

    private static Span seconds(long least, long most) {
        return new Span(Duration.ofSeconds(least), Duration.ofSeconds(most));
    }
}
