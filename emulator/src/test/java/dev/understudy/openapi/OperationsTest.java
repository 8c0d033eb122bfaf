package dev.understudy.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.control.Control;
import dev.understudy.dialect.Dialect;
import dev.understudy.dialect.Operation;
import dev.understudy.dialect.eachlabs.EachLabs;
import dev.understudy.dialect.openai.OpenAi;
import dev.understudy.dialect.soraguide.SoraGuide;
import dev.understudy.dialect.wavespeed.WaveSpeed;
import dev.understudy.sandbox.Sandboxes;
import dev.understudy.settings.Settings;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is served is documented, and what is documented is served. */
class OperationsTest {

    private static final String ANY_MODEL = "POST /api/v3/{model}";

    private static Sandboxes sandboxes;

    @BeforeAll
    static void open() {
        sandboxes = new Sandboxes(Settings.defaults(), 1);
    }

    @AfterAll
    static void close() {
        sandboxes.close();
    }

    private static Set<String> served(ApiDocument document) {
        return dialect(document).operations().stream()
                .map(OperationsTest::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Dialect dialect(ApiDocument document) {
        Settings settings = Settings.defaults();
        return Map.of(
                        ApiDocument.WAVESPEED, new WaveSpeed(sandboxes, settings.initialStatus()),
                        ApiDocument.EACHLABS, new EachLabs(sandboxes, settings.eachlabsAnswers()),
                        ApiDocument.SORAGUIDE, new SoraGuide(sandboxes, settings.soraguide()),
                        ApiDocument.OPENAI, new OpenAi(sandboxes, settings.openAiVideos()),
                        ApiDocument.CONTROL, new Control(sandboxes, "1.0", settings, () -> true, List.of()))
                .get(document);
    }

    private static String name(Operation operation) {
        return operation.method() + " " + operation.path().toString().replace("...}", "}");
    }

    private static Set<String> documented(ApiDocument document) {
        Set<String> found = new TreeSet<>();
        for (Map.Entry<String, JsonNode> path : document.root().path("paths").properties()) {
            ApiDocument.names(path.getValue())
                    .filter(method -> path.getValue().path(method).has("responses"))
                    .forEach(method -> found.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey()));
        }
        return found;
    }

    @Test
    void everythingServedIsDocumented() {
        assertThat(documented(ApiDocument.WAVESPEED)).containsAll(served(ApiDocument.WAVESPEED));
    }

    @Test
    void everythingDocumentedIsServed() {
        Set<String> expected = new TreeSet<>(documented(ApiDocument.WAVESPEED));
        // Submits to the models are one operation here; the catalog says which models there are.
        expected.removeIf(operation -> operation.startsWith("POST /api/v3/openai/"));

        assertThat(served(ApiDocument.WAVESPEED)).contains(ANY_MODEL).containsExactlyElementsOf(expected);
    }

    @Test
    void theApiOfEachLabsIsDocumentedAsItIsServed() {
        assertThat(served(ApiDocument.EACHLABS)).containsExactlyElementsOf(documented(ApiDocument.EACHLABS));
    }

    @Test
    void theVideosApiOfOpenAiIsDocumentedAsItIsServed() {
        assertThat(served(ApiDocument.OPENAI)).containsExactlyElementsOf(documented(ApiDocument.OPENAI));
    }

    @Test
    void theGuidesApiIsDocumentedAsItIsServed() {
        assertThat(served(ApiDocument.SORAGUIDE)).containsExactlyElementsOf(documented(ApiDocument.SORAGUIDE));
    }

    @Test
    void theControlApiIsDocumentedAsItIsServed() {
        assertThat(served(ApiDocument.CONTROL)).containsExactlyElementsOf(documented(ApiDocument.CONTROL));
    }
}
