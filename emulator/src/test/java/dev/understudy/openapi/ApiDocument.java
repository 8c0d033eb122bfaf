package dev.understudy.openapi;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import dev.understudy.Understudy;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The OpenAPI document of the emulated API, which answers are held against. */
public final class ApiDocument {

    private static final Set<String> JSON = Set.of("application/json", "application/problem+json");
    private static final String SHAPE = "/content/application~1json/schema";
    private static final Pattern VARIABLE = Pattern.compile("\\{[^}]+}");

    private static final Map<Integer, String> UNROUTED =
            Map.of(404, "#/components/responses/NoSuchRoute", 405, "#/components/responses/MethodNotAllowed");

    // After the constants that its constructor needs.
    public static final ApiDocument WAVESPEED = new ApiDocument("control/openapi/wavespeed.json");
    public static final ApiDocument EACHLABS = new ApiDocument("control/openapi/eachlabs.json");
    public static final ApiDocument OPENAI = new ApiDocument("control/openapi/openai.json");
    public static final ApiDocument SORAGUIDE = new ApiDocument("control/openapi/soraguide.json");
    public static final ApiDocument CONTROL = new ApiDocument("control/openapi/control.json");

    private final JsonNode root;
    private final Map<Pattern, String> paths;
    private final SchemaRegistry schemas;
    private final String address;

    private ApiDocument(String resource) {
        try (InputStream file = Understudy.class.getResourceAsStream(resource)) {
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            this.address = "classpath:dev/understudy/" + resource;
            this.root = new ObjectMapper().readTree(text);
            this.schemas = SchemaRegistry.withDialect(
                    Dialects.getOpenApi31(), registry -> registry.schemas(Map.of(address, text)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        // A path without variables goes before one that matches it too, as OpenAPI has it.
        this.paths = names(root.path("paths"))
                .sorted(Comparator.comparingInt(path -> path.split("\\{", -1).length))
                .collect(Collectors.toMap(this::pattern, path -> path, (a, b) -> a, LinkedHashMap::new));
    }

    JsonNode root() {
        return root;
    }

    /** The value that a reference of this document, such as {@code #/components/…}, means. */
    JsonNode at(String reference) {
        return root.at(JsonPointer.compile(reference.substring(1)));
    }

    /** The document that describes a path, if one does. */
    public static Optional<ApiDocument> about(String path) {
        return Map.of(
                        "/api/", WAVESPEED,
                        "/v1/sora/", SORAGUIDE,
                        "/sora/v1/", SORAGUIDE,
                        "/v1/videos", OPENAI,
                        "/__understudy/", CONTROL)
                .entrySet()
                .stream()
                .filter(one -> path.startsWith(one.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** Fails unless the document has this answer: its path and method, its status, its media type and its shape. */
    public void check(String method, String path, int status, String contentType, byte[] body) {
        String what = "%s %s: %s %s".formatted(method, path, status, contentType);
        String pointer = responses(method.equals("HEAD") ? "GET" : method, path, status)
                .orElseThrow(() -> new AssertionError(what + " is in no operation of the document"));
        String mediaType = contentType.split(";", 2)[0];
        JsonNode content = at(pointer).path("content");
        if (content.path(mediaType).isMissingNode() && !(content.isMissingNode() && mediaType.isEmpty())) {
            throw new AssertionError(what + ": no such media type at " + pointer);
        }
        if (JSON.contains(mediaType) && !method.equals("HEAD")) {
            checkShape(what, pointer + "/content/" + escaped(mediaType) + "/schema", body);
        }
    }

    /** Fails unless the document has this body of a request, if it describes it at all. */
    public void checkRequest(String method, String path, byte[] body) {
        String what = "the request %s %s".formatted(method, path);
        String pointer = operation(method, path)
                .orElseThrow(() -> new AssertionError(what + " is in no operation of the document"));
        JsonNode requestBody = at(pointer).path("requestBody");
        if (requestBody.isMissingNode() && body.length > 0) {
            throw new AssertionError(what + " has a body, and the document none");
        }
        boolean optional = !requestBody.path("required").asBoolean() && body.length == 0;
        if (!at(pointer + "/requestBody" + SHAPE).isMissingNode() && !optional) {
            checkShape(what, pointer + "/requestBody" + SHAPE, body);
        }
    }

    /** Fails unless the document has this body of a webhook delivery. */
    public void checkDelivery(String body) {
        String name = names(root.path("webhooks")).findFirst().orElseThrow();
        checkShape(
                "webhook", "#/webhooks/" + name + "/post/requestBody" + SHAPE, body.getBytes(StandardCharsets.UTF_8));
    }

    private void checkShape(String what, String pointer, byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8);
        List<Error> errors =
                schemas.getSchema(SchemaLocation.of(address + pointer)).validate(text, InputFormat.JSON);
        if (!errors.isEmpty()) {
            String list = errors.stream()
                    .map(error -> "%n  at %s: %s (%s)"
                            .formatted(error.getInstanceLocation(), error.getMessage(), error.getSchemaLocation()))
                    .collect(Collectors.joining());
            throw new AssertionError(what + " does not have the shape of " + pointer + list + "\n" + text);
        }
    }

    // A path that the document does not have may be refused, and nothing else.
    private Optional<String> responses(String method, String path, int status) {
        String response = operation(method, path)
                .map(pointer -> pointer + "/responses/" + status)
                .map(one -> at(one).isMissingNode() ? one.substring(0, one.length() - 2) + "XX" : one)
                .orElse(UNROUTED.getOrDefault(status, "#/nowhere"));
        JsonNode found = at(response);
        return found.isMissingNode()
                ? Optional.empty()
                : Optional.of(found.path("$ref").asText(response));
    }

    private Optional<String> operation(String method, String path) {
        String bare = path.split("\\?", 2)[0];
        return paths.entrySet().stream()
                .filter(entry -> entry.getKey().matcher(bare).matches())
                .map(entry -> "#/paths/" + escaped(entry.getValue()) + "/" + method.toLowerCase(Locale.ROOT))
                .filter(pointer -> !at(pointer).isMissingNode())
                .findFirst();
    }

    private Pattern pattern(String path) {
        boolean spans = root.path("paths").path(path).path("x-spans-segments").asBoolean();
        String[] fixed = VARIABLE.split(path, -1);
        return Pattern.compile(
                Stream.of(fixed).map(Pattern::quote).collect(Collectors.joining(spans ? ".+" : "[^/]+")));
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    static Stream<String> names(JsonNode object) {
        return object.properties().stream().map(Map.Entry::getKey);
    }
}
