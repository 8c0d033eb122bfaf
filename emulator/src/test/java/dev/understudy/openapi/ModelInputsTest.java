package dev.understudy.openapi;

import static dev.understudy.openapi.ApiDocument.WAVESPEED;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.Api;
import dev.understudy.Understudy;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The inputs that the document describes are those of the catalog. */
class ModelInputsTest {

    private static final Set<String> OPTIONS_OF_ANY_MODEL = Set.of("enable_sync_mode", "enable_base64_output");

    @Test
    void everyModelOfTheCatalogHasItsOwnPathWithTheSameInputs() {
        List<String> models = new ArrayList<>();
        try (Understudy understudy = Understudy.builder().start()) {
            for (JsonNode row :
                    new Api(understudy, "reader").get("/api/v3/models").data()) {
                models.add("/api/v3/" + row.path("model_id").asText());
                compare(row.path("api_schema").path("api_schemas").get(0));
            }
        }
        assertThat(ApiDocument.names(WAVESPEED.root().path("paths")).filter(path -> path.startsWith("/api/v3/openai/")))
                .containsExactlyInAnyOrderElementsOf(models);
    }

    private static void compare(JsonNode row) {
        String path = row.path("api_path").asText();
        JsonNode wanted = row.path("request_schema");
        JsonNode body = WAVESPEED.root().path("paths").path(path).path("post").path("requestBody");
        JsonNode found = WAVESPEED.at(body.path("content")
                .path("application/json")
                .path("schema")
                .path("$ref")
                .asText());

        assertThat(found.path("required"))
                .as(path)
                .containsExactlyInAnyOrderElementsOf(
                        wanted.path("required").valueStream().toList());
        assertThat(ApiDocument.names(found.path("properties")).filter(name -> !OPTIONS_OF_ANY_MODEL.contains(name)))
                .as(path)
                .containsExactlyInAnyOrderElementsOf(
                        ApiDocument.names(wanted.path("properties")).toList());
        ApiDocument.names(wanted.path("properties")).forEach(name -> {
            for (String keyword : List.of("type", "enum", "default", "maxLength")) {
                assertThat(found.path("properties").path(name).path(keyword))
                        .as(path + " " + name + " " + keyword)
                        .isEqualTo(wanted.path("properties").path(name).path(keyword));
            }
        });
    }
}
