package dev.understudy.openapi;

import static dev.understudy.openapi.ApiDocument.CONTROL;
import static dev.understudy.openapi.ApiDocument.EACHLABS;
import static dev.understudy.openapi.ApiDocument.OPENAI;
import static dev.understudy.openapi.ApiDocument.SORAGUIDE;
import static dev.understudy.openapi.ApiDocument.WAVESPEED;
import static dev.understudy.openapi.ApiDocument.names;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import dev.understudy.Api;
import dev.understudy.Understudy;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The document in itself. That the answers agree with it is seen in every other test. */
class ApiDocumentTest {

    private static final Set<String> EVIDENCE = Set.of("documented", "observed", "inferred", "unknown");
    private static final Set<String> METHODS = Set.of("get", "post", "put", "delete", "patch", "head", "options");

    private static final Set<String> UNROUTED = Set.of("NoSuchRoute", "MethodNotAllowed");

    private record Named(String name, JsonNode value) {}

    private static Stream<Named> members(JsonNode object) {
        return object.properties().stream().map(member -> new Named(member.getKey(), member.getValue()));
    }

    private static List<Named> operations(ApiDocument document) {
        JsonNode root = document.root();
        return Stream.concat(members(root.path("paths")), members(root.path("webhooks")))
                .flatMap(path -> members(path.value())
                        .filter(member -> METHODS.contains(member.name()))
                        .map(method -> new Named(method.name() + " " + path.name(), method.value())))
                .toList();
    }

    static Stream<ApiDocument> documents() {
        return Stream.of(WAVESPEED, EACHLABS, SORAGUIDE, OPENAI, CONTROL);
    }

    private static List<JsonNode> everything(JsonNode from) {
        List<JsonNode> found = new ArrayList<>(List.of(from));
        from.forEach(child -> found.addAll(everything(child)));
        return found;
    }

    @ParameterizedTest
    @ValueSource(strings = {"wavespeed.json", "eachlabs.json", "soraguide.json", "openai.json", "control.json"})
    void itIsServedAsItStands(String name) throws IOException {
        try (Understudy understudy = Understudy.builder().start();
                InputStream file = Understudy.class.getResourceAsStream("control/openapi/" + name)) {
            Api.Answer answer = new Api(understudy, "reader").get("/__understudy/openapi/" + name);

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.header("Content-Type")).isEqualTo("application/json");
            assertThat(answer.bytes()).isEqualTo(file.readAllBytes());
            assertThat(answer.json().path("openapi").asText()).startsWith("3.1");
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyReferenceMeansSomething(ApiDocument document) {
        List<String> references = everything(document.root()).stream()
                .filter(node -> node.path("$ref").isTextual())
                .map(node -> node.path("$ref").asText())
                .toList();

        assertThat(references)
                .hasSizeGreaterThan(30)
                .allSatisfy(reference -> assertThat(document.at(reference).isMissingNode())
                        .as(reference)
                        .isFalse());
    }

    static Stream<ApiDocument> providers() {
        return documents().filter(document -> document != CONTROL);
    }

    @ParameterizedTest
    @MethodSource("providers")
    void everyOperationAndSchemaSaysHowWellItIsKnownAndFromWhere(ApiDocument document) {
        List<Named> all = Stream.concat(
                        operations(document).stream(),
                        members(document.root().path("components").path("schemas")))
                .toList();

        assertThat(all).hasSizeGreaterThan(20).allSatisfy(one -> {
            assertThat(one.value().path("x-evidence").asText()).as(one.name()).isIn(EVIDENCE);
            assertThat(one.value().path("x-source").asText()).as(one.name()).isNotBlank();
        });
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everySchemaIsOne(ApiDocument document) {
        Schema metaSchema = SchemaRegistry.withDialect(Dialects.getDraft202012())
                .getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
        List<JsonNode> schemas = new ArrayList<>(
                document.root().path("components").path("schemas").valueStream().toList());
        everything(document.root()).forEach(node -> {
            if (node.has("schema")) {
                schemas.add(node.path("schema"));
            }
        });

        assertThat(schemas)
                .isNotEmpty()
                .allSatisfy(schema -> assertThat(metaSchema.validate(schema))
                        .as(schema.toString())
                        .isEmpty());
    }

    @ParameterizedTest
    @MethodSource("documents")
    void operationsHaveNamesOfTheirOwnAndKnownTags(ApiDocument document) {
        List<String> tags = document.root()
                .path("tags")
                .valueStream()
                .map(tag -> tag.path("name").asText())
                .toList();

        assertThat(operations(document))
                .extracting(operation -> operation.value().path("operationId").asText())
                .doesNotContain("")
                .doesNotHaveDuplicates();
        assertThat(operations(document))
                .allSatisfy(operation -> assertThat(
                                operation.value().path("tags").path(0).asText())
                        .isIn(tags));
    }

    @Test
    void whatWantsAKeyMayBeRefusedToThoseWhoMayNot() {
        assertThat(operations(CONTROL))
                .filteredOn(operation -> !operation.value().has("security"))
                .isNotEmpty()
                .allSatisfy(operation -> assertThat(names(operation.value().path("responses")))
                        .as(operation.name())
                        .contains("401", "403"));
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyVariableOfAPathIsDeclared(ApiDocument document) {
        members(document.root().path("paths")).forEach(path -> {
            List<String> variables = Pattern.compile("\\{([^}]+)}")
                    .matcher(path.name())
                    .results()
                    .map((MatchResult found) -> found.group(1))
                    .toList();
            List<String> declared = everything(path.value()).stream()
                    .map(node ->
                            node.has("$ref") ? document.at(node.path("$ref").asText()) : node)
                    .filter(node -> node.path("in").asText().equals("path"))
                    .map(node -> node.path("name").asText())
                    .toList();
            assertThat(declared).as(path.name()).isEqualTo(variables);
        });
    }

    @ParameterizedTest
    @MethodSource("documents")
    void nothingUnusedStandsInIt(ApiDocument document) {
        String text = document.root().toString();

        members(document.root().path("components"))
                .filter(kind -> !kind.name().equals("securitySchemes"))
                .forEach(kind -> assertThat(names(kind.value()).filter(name -> !UNROUTED.contains(name)))
                        .allSatisfy(name ->
                                assertThat(text).contains("\"#/components/" + kind.name() + "/" + name + "\"")));
    }

    @ParameterizedTest
    @MethodSource("documents")
    void answersMayHaveNoMoreThanTheirSchemasSay(ApiDocument document) {
        // Closed by the schemas that refer to it.
        JsonNode open = document.at("#/components/schemas/PredictionFields");
        List<JsonNode> seen = new ArrayList<>();
        operations(document).stream()
                .filter(one -> one.value().has("responses"))
                .forEach(operation -> everything(operation.value().path("responses"))
                        .forEach(node -> collect(document, node.path("schema"), seen)));
        seen.remove(open);

        assertThat(seen)
                .isNotEmpty()
                .allSatisfy(schema ->
                        assertThat(closed(schema)).as(schema.toString()).isTrue());
    }

    private static void collect(ApiDocument document, JsonNode schema, List<JsonNode> seen) {
        for (JsonNode node : everything(schema)) {
            JsonNode target = node.path("$ref").isTextual()
                    ? document.at(node.path("$ref").asText())
                    : node;
            boolean describesObject = target.path("type").asText().equals("object") && target.has("properties");
            if (describesObject && !seen.contains(target)) {
                seen.add(target);
                collect(document, target, seen);
            } else if (target != node && !describesObject) {
                collect(document, target, seen);
            }
        }
    }

    private static boolean closed(JsonNode schema) {
        return Map.of("additionalProperties", schema, "unevaluatedProperties", schema).entrySet().stream()
                .anyMatch(entry -> entry.getValue().has(entry.getKey())
                        && !entry.getValue().path(entry.getKey()).asBoolean(true));
    }
}
