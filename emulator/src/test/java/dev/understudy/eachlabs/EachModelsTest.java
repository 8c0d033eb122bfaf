package dev.understudy.eachlabs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.Api.Answer;
import dev.understudy.Understudy;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each::labs has on offer. */
class EachModelsTest {

    private static Understudy understudy;
    private static EachApi api;

    @BeforeAll
    static void start() {
        understudy = Understudy.builder().seed(7).start();
        api = new EachApi(understudy, "smk_reader");
    }

    @AfterAll
    static void stop() {
        understudy.close();
    }

    @Test
    void theModelsOfThisProviderAloneAreListedToAnybody() {
        JsonNode all = api.anonymous("GET", "/v1/models", "").json();

        assertThat(all)
                .extracting(row -> row.path("slug").asText())
                .containsExactly(
                        "sora-2-characters",
                        "sora-2-text-to-video",
                        "sora-2-text-to-video-pro",
                        "sora-2-image-to-video",
                        "sora-2-image-to-video-pro",
                        "sora-2-pro");
        assertThat(api.get("/v1/models").json()).isEqualTo(all);
    }

    @ParameterizedTest
    @CsvSource({
        "limit=2, sora-2-characters sora-2-text-to-video",
        "limit=1&offset=5, sora-2-pro",
        "offset=6, ''",
        "name=CHARACTER, sora-2-characters",
        "name=image&limit=1, sora-2-image-to-video"
    })
    void aPageOfThemCanBeAskedFor(String query, String slugs) {
        assertThat(String.join(
                        " ",
                        api.get("/v1/models?" + query)
                                .json()
                                .valueStream()
                                .map(row -> row.path("slug").asText())
                                .toList()))
                .isEqualTo(slugs);
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=501", "limit=x", "offset=-1"})
    void aPageThatCannotBeIsRefused(String query) {
        Answer answer = api.get("/v1/models?" + query);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("error").asText())
                .isEqualTo("invalid " + query.substring(0, query.indexOf('=')) + " parameter");
    }

    @Test
    void oneModelSaysWhatItTakesInTheProvidersNames() {
        JsonNode model =
                api.anonymous("GET", "/v1/model?slug=sora-2-characters", "").json();

        assertThat(model.path("title").asText()).isEqualTo("Sora 2 | Characters");
        assertThat(model.path("output_type").asText()).isEqualTo("object");
        assertThat(model.path("request_schema").path("required").toString()).isEqualTo("[\"video_url\",\"name\"]");
        assertThat(model.path("request_schema").path("properties").properties())
                .extracting(Map.Entry::getKey)
                .containsExactly("video_url", "name");
        assertThat(api.get("/v1/model?slug=sora-2-pro")
                        .json()
                        .path("output_type")
                        .asText())
                .isEqualTo("string");
    }

    @Test
    void aModelThatIsNotThereOrNotNamedIsRefused() {
        assertThat(api.get("/v1/model?slug=sora-3").status()).isEqualTo(404);
        assertThat(api.get("/v1/model?slug=sora-3").text())
                .isEqualTo("{\"error\":\"Failed to fetch model: model not found\"}");
        assertThat(api.get("/v1/model").status()).isEqualTo(400);
        assertThat(api.get("/v1/model").text()).isEqualTo("{\"error\":\"slug parameter is required\"}");
    }
}
