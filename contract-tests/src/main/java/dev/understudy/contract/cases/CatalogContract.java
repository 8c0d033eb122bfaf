package dev.understudy.contract.cases;

import static dev.understudy.contract.api.ContractAssertions.assertThat;
import static java.util.stream.StreamSupport.stream;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.contract.ContractCase;
import dev.understudy.contract.api.Answer;
import dev.understudy.contract.api.Api;
import dev.understudy.contract.api.Credential;
import java.util.List;

/** What the catalog says of each model. Asking is free of charge. */
final class CatalogContract {
    private static final List<String> SECONDS = List.of("4", "8", "12", "16", "20");
    private static final String[] SMALL = {"720*1280", "1280*720"};
    private static final String[] ALL = {"720*1280", "1280*720", "1024*1792", "1792*1024", "1920*1080", "1080*1920"};

    @ContractCase(
            id = "models.catalog.shape",
            claims = {"MO-01"},
            cost = "free")
    void the_catalog_is_an_array_of_rows(Api api) {
        Answer answer = api.get("/api/v3/models");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.data().isArray()).as("%s", answer).isTrue();
        assertThat(answer.data()).isNotEmpty().allSatisfy(row -> {
            assertThat(row.path("model_id").asText()).isNotBlank();
            assertThat(row.path("base_price").isNumber()).as("%s", row).isTrue();
            assertThat(row.path("type").asText()).isNotBlank();
            assertThat(row.at("/api_schema/api_schemas/0/api_path").asText()).startsWith("/api/v3/");
        });
    }

    @ContractCase(
            id = "models.catalog.missing-key",
            claims = {"AU-01", "AU-02"},
            cost = "free")
    void the_catalog_needs_a_key(Api api) {
        assertThat(api.as(Credential.NONE).get("/api/v3/models")).refusedWith(401);
    }

    @ContractCase(
            id = "models.characters.row",
            claims = {"MO-02", "CH-02", "CH-03"},
            cost = "free")
    void characters_take_a_video_and_a_name(Api api) {
        JsonNode row = row(api, Api.CHARACTERS, "video-to-text");

        assertThat(required(row)).containsExactlyInAnyOrder("video", "name");
        assertThat(row.path("base_price").decimalValue()).isEqualByComparingTo("0.001");
    }

    @ContractCase(
            id = "models.text-to-video.row",
            claims = {"MO-01", "TV-02", "TV-03", "TV-08"},
            cost = "free")
    void text_to_video_offers_two_sizes(Api api) {
        JsonNode row = row(api, Api.TEXT_TO_VIDEO, "text-to-video");

        assertThat(required(row)).containsExactly("prompt");
        assertThat(values(row, "size")).containsExactlyInAnyOrder(SMALL);
        assertThat(values(row, "duration")).containsExactlyElementsOf(SECONDS);
    }

    @ContractCase(
            id = "models.text-to-video-pro.row",
            claims = {"MO-03"},
            cost = "free")
    void text_to_video_pro_offers_six_sizes_and_prefers_upright(Api api) {
        sixSizes(row(api, Models.TEXT_TO_VIDEO_PRO, "text-to-video"), "720*1280");
    }

    @ContractCase(
            id = "models.sora-2-pro.text-to-video.row",
            claims = {"MO-03"},
            cost = "free")
    void the_pro_family_offers_six_sizes_and_prefers_lying(Api api) {
        sixSizes(row(api, Models.PRO_TEXT_TO_VIDEO, "text-to-video"), "1280*720");
    }

    @ContractCase(
            id = "models.image-to-video.row",
            claims = {"IV-01"},
            cost = "free")
    void image_to_video_has_no_resolution(Api api) {
        JsonNode row = row(api, Models.IMAGE_TO_VIDEO, "image-to-video");

        assertThat(required(row)).containsExactlyInAnyOrder("prompt", "image");
        assertThat(property(row, "resolution").isMissingNode()).as("%s", row).isTrue();
        assertThat(values(row, "duration")).containsExactlyElementsOf(SECONDS);
    }

    @ContractCase(
            id = "models.image-to-video-pro.row",
            claims = {"IV-01"},
            cost = "free")
    void image_to_video_pro_has_two_resolutions(Api api) {
        twoResolutions(row(api, Models.IMAGE_TO_VIDEO_PRO, "image-to-video"));
    }

    @ContractCase(
            id = "models.sora-2-pro.image-to-video.row",
            claims = {"IV-01"},
            cost = "free")
    void the_pro_family_has_two_resolutions(Api api) {
        twoResolutions(row(api, Models.PRO_IMAGE_TO_VIDEO, "image-to-video"));
    }

    private static void sixSizes(JsonNode row, String preferred) {
        assertThat(values(row, "size")).containsExactlyInAnyOrder(ALL);
        assertThat(property(row, "size").path("default").asText()).isEqualTo(preferred);
    }

    private static void twoResolutions(JsonNode row) {
        assertThat(required(row)).containsExactlyInAnyOrder("image", "prompt");
        assertThat(values(row, "resolution")).containsExactly("720p", "1080p");
    }

    private static JsonNode row(Api api, String model, String type) {
        Answer answer = api.get("/api/v3/models");
        JsonNode row = stream(answer.data().spliterator(), false)
                .filter(candidate -> candidate.path("model_id").asText().equals(model))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No row for " + model + " in: " + answer));
        assertThat(row.path("type").asText()).isEqualTo(type);
        assertThat(row.at("/api_schema/api_schemas/0/api_path").asText()).isEqualTo("/api/v3/" + model);
        return row;
    }

    private static List<String> required(JsonNode row) {
        return texts(row.at("/api_schema/api_schemas/0/request_schema/required"));
    }

    private static List<String> values(JsonNode row, String name) {
        return texts(property(row, name).path("enum"));
    }

    private static JsonNode property(JsonNode row, String name) {
        return row.at("/api_schema/api_schemas/0/request_schema/properties/" + name);
    }

    private static List<String> texts(JsonNode array) {
        return stream(array.spliterator(), false).map(JsonNode::asText).toList();
    }
}
