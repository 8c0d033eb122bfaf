package dev.understudy.eachlabs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.Api;
import dev.understudy.Understudy;
import dev.understudy.settings.Setting;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that are uploaded for each::labs. */
class EachFilesTest {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final byte[] CLIP = Api.clip("clip-3s.mp4");
    private static final String ID = "x-amz-meta-file-id";

    private Understudy understudy;
    private EachApi api;

    @BeforeEach
    void start() {
        understudy = Understudy.builder()
                .seed(7)
                .with(Setting.CLOCK, "frozen")
                .now(Instant.parse("2026-06-01T00:00:00Z"))
                .start();
        api = new EachApi(understudy, "smk_uploader");
    }

    @AfterEach
    void stop() {
        understudy.close();
    }

    private JsonNode place(Map<String, ?> body) {
        return api.post("/v1/upload/presign", body).json();
    }

    private static int put(JsonNode place, byte[] content, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(place.path("presigned_url").asText()))
                .PUT(BodyPublishers.ofByteArray(content));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    private static int put(JsonNode place) {
        return put(place, CLIP, ID, place.path("id").asText());
    }

    private static int fetch(JsonNode place) {
        return send(HttpRequest.newBuilder(URI.create(place.path("public_url").asText())));
    }

    private static int send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void anUploadedClipBecomesACharacter() {
        JsonNode place = place(Map.of("content_type", "video/mp4", "file_type", "video"));

        assertThat(place.path("public_url").asText()).endsWith("/file.mp4");
        assertThat(place.path("expires_at").asText()).isEqualTo("2026-11-28T00:00:00Z");
        assertThat(place.path("required_headers").path(ID).asText())
                .isEqualTo(place.path("id").asText());
        assertThat(put(place)).isEqualTo(200);
        assertThat(fetch(place)).isEqualTo(200);
        JsonNode made = api.run(
                "sora-2-characters",
                Map.of("video_url", place.path("public_url").asText(), "name", "Mossy"));
        assertThat(made.path("status").asText()).isEqualTo("success");
    }

    @Test
    void theFileMustCarryWhatItsTicketWants() {
        JsonNode place = place(Map.of("content_type", "video/mp4"));

        assertThat(put(place, CLIP)).isEqualTo(403);
        assertThat(put(place, CLIP, ID, "another")).isEqualTo(403);
        assertThat(put(place)).isEqualTo(200);
    }

    @Test
    void aPlaceWaitsForAQuarterOfAnHourAndAFileIsKeptAsLongAsItWasAskedFor() {
        JsonNode late = place(Map.of("content_type", "video/mp4"));
        JsonNode filled = place(Map.of("content_type", "video/mp4", "expires_in_seconds", 86_400 * 30));
        put(filled);

        api.sandbox().advance(Duration.ofMinutes(15));
        assertThat(put(late)).isEqualTo(404);

        api.sandbox().advance(Duration.ofDays(29));
        assertThat(fetch(filled)).isEqualTo(200);
        api.sandbox().advance(Duration.ofDays(1));
        assertThat(fetch(filled)).isEqualTo(404);
    }

    @Test
    void anotherFileThatIsOverDoesNotWaitForOneThatIsKeptLonger() {
        JsonNode kept = place(Map.of("content_type", "video/mp4"));
        put(kept);
        JsonNode brief = place(Map.of("content_type", "image/png", "expires_in_seconds", 60));
        put(brief);

        api.sandbox().advance(Duration.ofSeconds(59));
        assertThat(fetch(brief)).isEqualTo(200);
        api.sandbox().advance(Duration.ofSeconds(1));

        assertThat(fetch(brief)).isEqualTo(404);
        assertThat(fetch(kept)).isEqualTo(200);
    }

    @Test
    void aFileThatIsDeletedIsGone() {
        JsonNode place = place(Map.of("content_type", "video/mp4"));
        put(place);
        String path = "/v1/files/" + place.path("id").asText();

        assertThat(new EachApi(understudy, "smk_other").send("DELETE", path, "").status())
                .isEqualTo(404);
        assertThat(api.send("DELETE", path, "").status()).isEqualTo(204);
        assertThat(fetch(place)).isEqualTo(404);
        assertThat(api.send("DELETE", path, "").text()).isEqualTo("{\"error\":\"file not found\"}");
        assertThat(api.send("DELETE", "/v1/files/7", "").text()).isEqualTo("{\"error\":\"invalid argument\"}");
    }

    @Test
    void aFileOfMoreThanAHundredMegabytesIsNotTaken() {
        JsonNode place = place(Map.of("content_type", "video/mp4"));
        byte[] tooMuch = new byte[100 * 1024 * 1024 + 1];

        assertThat(put(place, tooMuch, ID, place.path("id").asText())).isEqualTo(413);
        assertThat(fetch(place)).isEqualTo(404);
        assertThat(put(place)).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | content_type is required",
                "{\"content_type\":7} | content_type is required",
                "{\"content_type\":\"a/b\",\"expires_in_seconds\":59} "
                        + "| expires_in_seconds must be an integer from 60 to 31536000",
                "{\"content_type\":\"a/b\",\"expires_in_seconds\":31536001} "
                        + "| expires_in_seconds must be an integer from 60 to 31536000"
            })
    void aWrongTicketIsRefused(String body, String error) {
        Api.Answer answer = api.post("/v1/upload/presign", body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("error").asText()).isEqualTo(error);
    }
}
