package dev.understudy.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Makes a model's inputs of its request schema. It knows the part of JSON Schema that the provider's video models use:
 * type, enum, default, required, minLength, maxLength, minimum, maximum, minItems, maxItems. Other keywords say nothing
 * about what is accepted.
 */
final class SchemaReader {

    private static final int MANY = Integer.MAX_VALUE;

    private SchemaReader() {}

    static List<Field> inputs(JsonNode schema) {
        JsonNode properties = schema.path("properties");
        if (!properties.isObject()) {
            throw new BadRowException("'request_schema' has no 'properties'");
        }
        Set<String> required = new LinkedHashSet<>();
        schema.path("required").forEach(name -> required.add(name.asText()));
        Set<String> names = new LinkedHashSet<>();
        schema.path("x-order-properties").forEach(name -> names.add(name.asText()));
        names.retainAll(namesOf(properties));
        names.addAll(namesOf(properties));
        if (!names.containsAll(required)) {
            throw new BadRowException("'required' names an input that 'properties' does not have");
        }
        List<Field> inputs = new ArrayList<>();
        names.forEach(name -> inputs.add(field(name, properties.get(name), required.contains(name))));
        return inputs;
    }

    /** Values that an input takes, out of a list of the file. */
    static List<Object> values(Field field, JsonNode list) {
        List<Object> values = new ArrayList<>();
        list.forEach(value -> values.add(checked(() -> field.read(plain(value)).orElse(""))));
        return values;
    }

    private static Field field(String name, JsonNode property, boolean required) {
        Kind kind = kind(name, property);
        List<Object> allowed = new ArrayList<>();
        property.path("enum").forEach(value -> allowed.add(checked(() -> kind.read(name, plain(value)))));
        Field open = new Field(name, kind, required, allowed, Optional.empty());
        Optional<Object> byDefault = checked(() -> open.read(plain(property.path("default"))));
        return new Field(name, kind, required, allowed, byDefault);
    }

    private static Kind kind(String name, JsonNode property) {
        return switch (property.path("type").asText("")) {
            case "string" -> new Kind.Text(count(property, "minLength", 0), count(property, "maxLength", MANY));
            case "integer" -> new Kind.Whole(bound(property, "minimum"), bound(property, "maximum"));
            case "number" -> new Kind.Decimal(bound(property, "minimum"), bound(property, "maximum"));
            case "boolean" -> new Kind.Flag();
            case "array" -> list(name, property);
            default -> throw unsupported(name);
        };
    }

    private static Kind list(String name, JsonNode property) {
        JsonNode items = property.path("items");
        if (items.path("type").asText("").equals("string")) {
            return new Kind.Texts(count(property, "minItems", 0), count(property, "maxItems", MANY));
        }
        if (items.path("properties").path("id").path("type").asText("").equals("string")) {
            return new Kind.Characters();
        }
        throw unsupported(name);
    }

    private static BadRowException unsupported(String name) {
        return new BadRowException(
                "the input '%s' must be a string, integer, number, boolean, array of strings or array of objects with"
                        + " an id",
                name);
    }

    private static int count(JsonNode property, String keyword, int byDefault) {
        return property.path(keyword).asInt(byDefault);
    }

    private static BigDecimal bound(JsonNode property, String keyword) {
        return Numbers.parse(property.path(keyword).asText("")).orElse(null);
    }

    private static <T> T checked(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (InvalidInputException e) {
            throw new BadRowException("a value in its schema or prices contradicts it: %s", e.getMessage());
        }
    }

    // As a caller's JSON would be read; null for no value.
    private static Object plain(JsonNode value) {
        if (value.isTextual()) {
            return value.textValue();
        }
        if (value.isBoolean()) {
            return value.booleanValue();
        }
        if (value.isNumber()) {
            return value.decimalValue();
        }
        if (!value.isArray()) {
            return null;
        }
        List<Object> list = new ArrayList<>();
        value.forEach(item -> list.add(plain(item)));
        return list;
    }

    private static Set<String> namesOf(JsonNode object) {
        Set<String> names = new LinkedHashSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
