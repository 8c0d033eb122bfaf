package dev.understudy.contract.evidence;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * Takes secrets out of exchanges, before they are kept in memory, let alone in a file. One secret becomes one text
 * everywhere, so that an address that was given away is still the address that was asked.
 */
public final class Sanitiser {
    /** The id under which the keys of the run are taken out. */
    public static final String KEY = "S00";

    private final UnaryOperator<String> withoutKeys;
    private final List<Sanitizer> sanitizers = Sanitizers.STANDARD;
    private final Set<String> used = new TreeSet<>();

    /**
     * @param withoutKeys takes the keys of the run out of a text
     */
    public Sanitiser(UnaryOperator<String> withoutKeys) {
        this.withoutKeys = withoutKeys;
    }

    public Exchange clean(Exchange exchange) {
        Exchange.Request request = exchange.request();
        Exchange.Response response = exchange.response();
        return new Exchange(
                new Exchange.Request(
                        request.method(),
                        clean(request.path()),
                        request.auth(),
                        clean(request.headers()),
                        clean(request.body())),
                new Exchange.Response(response.status(), clean(response.headers()), clean(response.body())),
                exchange.tookMs());
    }

    /** The ids of those that have found something so far. */
    public Set<String> used() {
        return Set.copyOf(used);
    }

    /** A text that is no part of an exchange, such as what a failed assertion says. */
    public String clean(String text) {
        String cleaned = noting(KEY, text, withoutKeys.apply(text));
        for (Sanitizer sanitizer : sanitizers) {
            cleaned = noting(sanitizer.id(), cleaned, sanitizer.applyTo(cleaned));
        }
        return cleaned;
    }

    private String noting(String id, String before, String after) {
        if (!after.equals(before)) {
            used.add(id);
        }
        return after;
    }

    private Map<String, String> clean(Map<String, String> headers) {
        Map<String, String> cleaned = new TreeMap<>();
        headers.forEach((name, value) -> cleaned.put(name, clean(value)));
        return cleaned;
    }

    private Body clean(Body body) {
        if (body instanceof Body.Json json) {
            return new Body.Json(clean(json.value()));
        }
        if (body instanceof Body.Text text) {
            return new Body.Text(clean(text.text()));
        }
        if (body instanceof Body.Parts parts) {
            return new Body.Parts(parts.parts().stream().map(this::clean).toList());
        }
        return body instanceof Body.Media media ? clean(media) : body;
    }

    private Body.Part clean(Body.Part part) {
        if (Sanitizers.FIELDS.matcher(part.name()).matches()) {
            used.add(Sanitizers.BY_FIELD);
            return new Body.Part(
                    part.name(), "", part.contentType(), Bodies.media(Sanitizer.REMOVED.getBytes(US_ASCII)));
        }
        return new Body.Part(clean(part.name()), clean(part.filename()), part.contentType(), clean(part.media()));
    }

    // Bytes cannot be cleaned without being broken, so they are not kept when there is something in them.
    private Body.Media clean(Body.Media media) {
        String text = new String(Base64.getDecoder().decode(media.base64()), StandardCharsets.ISO_8859_1);
        return clean(text).equals(text) ? media : new Body.Media(media.length(), media.sha256(), "");
    }

    private JsonNode clean(JsonNode node) {
        if (node instanceof ObjectNode object) {
            ObjectNode copy = object.objectNode();
            object.properties()
                    .forEach(field -> copy.set(clean(field.getKey()), field(field.getKey(), field.getValue())));
            return copy;
        }
        if (node instanceof ArrayNode array) {
            ArrayNode copy = array.arrayNode();
            array.forEach(element -> copy.add(clean(element)));
            return copy;
        }
        return node.isTextual() ? TextNode.valueOf(clean(node.textValue())) : node;
    }

    private JsonNode field(String name, JsonNode value) {
        if (Sanitizers.FIELDS.matcher(name).matches() && value.isValueNode() && !value.isNull()) {
            used.add(Sanitizers.BY_FIELD);
            return TextNode.valueOf(Sanitizer.REMOVED);
        }
        return clean(value);
    }
}
