package dev.understudy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.media.probe.Clip;
import dev.understudy.media.probe.ClipProbe;
import dev.understudy.settings.Egress;
import dev.understudy.settings.Setting;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class ImageSourcesTest {

    private static final String IMAGE_TO_VIDEO = "/api/v3/openai/sora-2/image-to-video";
    private static final String PRO = "/api/v3/openai/sora-2-pro/image-to-video";

    private static Understudy understudy;
    private static MediaHost host;
    private static Api api;

    @BeforeAll
    static void start() throws IOException {
        understudy = Understudy.builder()
                .with(Setting.FETCH_TIMEOUT, "600ms")
                .with(Setting.MAX_UPLOAD, "4m")
                .start();
        host = new MediaHost();
        api = new Api(understudy, "image-sources");
    }

    @AfterAll
    static void stop() {
        host.close();
        understudy.close();
    }

    @ParameterizedTest
    @CsvSource({
        "portrait.png, 720, 1280",
        "landscape.png, 1280, 720",
        "square.png, 720, 1280",
        "portrait.jpg, 720, 1280",
        "landscape.jpg, 1280, 720",
        "turned.jpg, 720, 1280",
        "portrait-lossy.webp, 720, 1280",
        "landscape-lossless.webp, 1280, 720",
        "landscape-extended.webp, 1280, 720",
    })
    void aVideoHasTheShapeOfItsImageWhereverThatComesFrom(String name, int width, int height) throws Exception {
        byte[] image = Api.fixture("images/" + name);

        for (String source : List.of(api.upload(name, image), Api.dataUri(image), host.url("/images/" + name))) {
            Clip clip = clip(api.run(IMAGE_TO_VIDEO, input(source)));
            assertThat(List.of(clip.width(), clip.height())).as(source).isEqualTo(List.of(width, height));
        }
        Clip large = clip(
                api.run(PRO, Map.of("prompt", "x", "image", Api.dataUri(image), "resolution", "1080p", "duration", 8)));
        assertThat(List.of(large.width(), large.height())).isEqualTo(List.of(width * 3 / 2, height * 3 / 2));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            truncated-landscape.png       | chunk 'IDAT' claims 4,096 bytes in a file of 3,257: the file looks cut off
            truncated-landscape.jpg       | the JPEG has no end: the file looks cut off after 2,937 bytes
            truncated-portrait-lossy.webp | the WebP claims 2,306 bytes in a file of 1,153: the file looks cut off
            text.png                      | PNG, JPEG or WebP is needed, but the file begins with 54 68 69 73 (text)
            other.gif                     | PNG, JPEG or WebP is needed, but the file begins with 47 49 46 38 (a GIF image)
            hostile-huge.png              | the PNG claims a size of 4294967295×4294967295
            """)
    void aFileThatIsNoImageFailsWithWhatWasFound(String name, String found) {
        byte[] file = Api.fixture("images/" + name);

        for (String image : List.of(Api.dataUri(file), host.url("/images/" + name), api.upload(name, file))) {
            assertFailed(image, found);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            nonsense                            | the image is not an http or https URL or a data URI
            file:///etc/passwd                  | the image is not an http or https URL or a data URI
            data:image/png;base64,####          | the data URI does not hold valid base64
            data:image/png;base64,              | the file is empty (0 bytes)
            http://169.254.169.254/x.png        | the host 169.254.169.254 is a link-local or cloud metadata address, which is never contacted
            """)
    void aReferenceThatIsNoneOrMustNotBeFollowedFailsTheJob(String image, String found) {
        assertFailed(image, found);
    }

    @Test
    void aHostThatDoesNotDeliverFailsTheJobInBoundedTime() {
        assertFailed(host.url("/missing"), host.url("/missing") + " answered HTTP 404");
        assertFailed(host.url("/silent"), host.url("/silent") + " did not send the file within 600 ms");
        assertFailed(
                host.url("/endless"), host.url("/endless") + " sent more than the 4194304 bytes that a file may have");
        assertFailed(
                host.url("/clips/clip-3s.mp4"),
                "PNG, JPEG or WebP is needed, but the file begins with 00 00 00 20 (an MP4 or MOV video)");
    }

    @Test
    void aPublicUrlIsNotFetchedAndTakenForAGoodImage() throws Exception {
        Api caller = new Api(understudy, "public-images");
        JsonNode job = caller.run(IMAGE_TO_VIDEO, input("https://example.com/cat.png"));

        assertThat(clip(job).height()).isEqualTo(1280);
        assertThat(caller.sandbox().journal().get(0).notes())
                .contains("image not fetched (egress is private and example.com is not to be contacted); taken for a"
                        + " good one");
    }

    @Test
    void withEgressNoneNotEvenALocalHostIsAsked() throws Exception {
        try (Understudy closed = Understudy.builder().egress(Egress.NONE).start();
                MediaHost untouched = new MediaHost()) {
            JsonNode job = new Api(closed, "closed").run(IMAGE_TO_VIDEO, input(untouched.url("/missing")));

            assertThat(job.path("status").asText()).isEqualTo("completed");
            assertThat(untouched.requests()).isZero();
        }
    }

    private static void assertFailed(String image, String found) {
        JsonNode job = api.run(IMAGE_TO_VIDEO, input(image));

        assertThat(job.path("status").asText()).as(image).isEqualTo("failed");
        assertThat(job.path("code").asInt()).isEqualTo(1402);
        assertThat(job.path("error").asText()).isEqualTo("Failed to download image from the provided URL: " + found);
        assertThat(job.path("outputs").toString()).isEqualTo("[]");
    }

    private static Clip clip(JsonNode job) throws Exception {
        assertThat(job.path("status").asText()).as(job.toString()).isEqualTo("completed");
        return ClipProbe.probe(bytes(job));
    }

    private static byte[] bytes(JsonNode job) {
        String path = URI.create(job.path("outputs").path(0).asText()).getPath();
        return api.anonymous("GET", path, BodyPublishers.noBody()).bytes();
    }

    private static Map<String, String> input(String image) {
        return Map.of("prompt", "the cat wakes up", "image", image);
    }
}
