package dev.understudy.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CatalogTest {

    private static final Map<String, Object> COMPLETE =
            Map.of("prompt", "x", "image", "https://example.com/a.png", "video", "x", "name", "x");

    /** The register of prices has the sources; the catalog must not say anything else. */
    static Stream<JsonNode> register() throws IOException {
        JsonNode rows = new ObjectMapper()
                .readTree(CatalogTest.class.getResourceAsStream("/dev/understudy/fixtures/prices.json"))
                .required("models");
        return StreamSupport.stream(rows.spliterator(), false);
    }

    @Test
    void theSevenModelsOfTheProvidersPageAreThere() throws IOException {
        assertThat(Catalog.sora2().models())
                .extracting(Model::slug)
                .containsExactly(
                        "openai/sora-2/characters",
                        "openai/sora-2-pro/image-to-video",
                        "openai/sora-2-pro/text-to-video",
                        "openai/sora-2/text-to-video-pro",
                        "openai/sora-2/text-to-video",
                        "openai/sora-2/image-to-video-pro",
                        "openai/sora-2/image-to-video")
                .containsExactlyInAnyOrderElementsOf(
                        register().map(row -> row.path("model").asText()).toList());
    }

    @ParameterizedTest
    @MethodSource("register")
    void everyModelCostsWhatTheRegisterSays(JsonNode row) {
        Model model = model(row.required("model").asText());
        BigDecimal base = new BigDecimal(row.required("basePrice").asText());

        assertThat(model.price()).isEqualByComparingTo(base);
        assertThat(priceOf(model, Map.of())).as("with its defaults").isEqualByComparingTo(base);
        for (JsonNode rule : row.required("perSecond")) {
            BigDecimal perSecond = new BigDecimal(rule.required("price").asText());
            for (int seconds : List.of(4, 8, 12, 16, 20)) {
                for (Map<String, Object> chosen : choices(rule)) {
                    chosen.put("duration", seconds);
                    assertThat(priceOf(model, chosen))
                            .as("%s with %s", model.slug(), chosen)
                            .isEqualByComparingTo(perSecond.multiply(BigDecimal.valueOf(seconds)));
                }
            }
        }
    }

    @Test
    void aPriceIsExact() {
        assertThat(priceOf(model("openai/sora-2/text-to-video"), Map.of("duration", 12)))
                .isEqualTo(new BigDecimal("1.2"));
        assertThat(priceOf(model("openai/sora-2/characters"), Map.of())).isEqualTo(new BigDecimal("0.001"));
    }

    @ParameterizedTest
    @CsvSource({
        "openai/sora-2/text-to-video, size, 720*1280",
        "openai/sora-2/text-to-video-pro, size, 720*1280",
        "openai/sora-2-pro/text-to-video, size, 1280*720",
        "openai/sora-2/image-to-video-pro, resolution, 720p",
        "openai/sora-2-pro/image-to-video, resolution, 720p",
    })
    void theDefaultsAreThoseOfTheProvidersCatalog(String slug, String input, String value) {
        assertThat(model(slug).accept(COMPLETE).values())
                .containsEntry(input, value)
                .containsEntry("duration", 4);
    }

    private static BigDecimal priceOf(Model model, Map<String, Object> chosen) {
        Map<String, Object> input = new HashMap<>(COMPLETE);
        input.putAll(chosen);
        BigDecimal price = model.priceOf(model.accept(input).values());
        assertThat(model.estimate(chosen)).isEqualTo(price);
        return price;
    }

    private static List<Map<String, Object>> choices(JsonNode rule) {
        String parameter = rule.path("parameter").asText();
        if (parameter.isEmpty()) {
            return List.of(new HashMap<>());
        }
        return StreamSupport.stream(rule.path("values").spliterator(), false)
                .<Map<String, Object>>map(value -> new HashMap<>(Map.of(parameter, value.asText())))
                .toList();
    }

    private static Model model(String slug) {
        return Catalog.sora2().find(slug).orElseThrow();
    }
}
