package dev.understudy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.settings.Egress;
import dev.understudy.settings.Setting;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class ClipSourcesTest {

    private static Understudy understudy;
    private static MediaHost host;
    private static Api api;

    @BeforeAll
    static void start() throws IOException {
        understudy = Understudy.builder()
                .with(Setting.FETCH_TIMEOUT, "2s")
                .with(Setting.MAX_UPLOAD, "4m")
                .start();
        host = new MediaHost();
        api = new Api(understudy, "sources");
    }

    @AfterAll
    static void stop() {
        host.close();
        understudy.close();
    }

    @ParameterizedTest
    @CsvSource({
        "clip-1.9s, failed",
        "clip-2s, completed",
        "clip-3s, completed",
        "clip-4s, completed",
        "clip-4.1s, failed"
    })
    void aClipOfTwoToFourSecondsPassesInEveryContainerAndOthersFail(String name, String status) {
        for (String ending : List.of("mp4", "mov", "webm")) {
            byte[] clip = Api.clip(name + "." + ending);

            assertThat(statusOf(api.upload(name + "." + ending, clip)))
                    .as("%s.%s uploaded", name, ending)
                    .isEqualTo(status);
            assertThat(statusOf(Api.dataUri(clip)))
                    .as("%s.%s as a data URI", name, ending)
                    .isEqualTo(status);
            assertThat(statusOf(host.url("/clips/" + name + "." + ending)))
                    .as("%s.%s fetched", name, ending)
                    .isEqualTo(status);
        }
    }

    @Test
    void aClipOfTheWrongLengthIsToldItsLength() {
        JsonNode job = cast(Api.dataUri(Api.clip("clip-4.1s.mp4")));

        assertThat(job.path("code").asInt()).isEqualTo(1401);
        assertThat(job.path("error").asText()).startsWith("the video must be 2 to 4 seconds long, but it has 4.1");
        assertThat(job.path("outputs").toString()).isEqualTo("[]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "moov-last.mp4",
                "fragmented-3s.mp4",
                "no-audio.mp4",
                "longer-audio.mp4",
                "landscape-720p.mp4",
                "live-4s.webm"
            })
    void otherLayoutsOfTheSameFormatsPass(String name) {
        assertThat(cast(Api.dataUri(Api.clip(name))).path("status").asText()).isEqualTo("completed");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            empty.mp4             | empty
            text.mp4              | not a video
            picture.png           | PNG
            truncated.mp4         | cut off
            truncated.webm        | cut off
            hostile-4gib-box.mp4  | 1,024
            audio-only.mp4        | no video track
            matroska.mkv          | Matroska
            """)
    void aFileThatIsNoClipFailsWithWhatWasFound(String name, String found) {
        byte[] file = Api.clip(name);
        for (String video : List.of(Api.dataUri(file), host.url("/clips/" + name), api.upload(name, file))) {
            if (file.length > 0 || !video.startsWith("http")) {
                JsonNode job = cast(video);
                assertThat(job.path("status").asText()).isEqualTo("failed");
                assertThat(job.path("code").asInt()).isEqualTo(1402);
                assertThat(job.path("error").asText())
                        .startsWith("Unable to access the provided media URL: ")
                        .containsIgnoringCase(found);
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /missing                                 | answered HTTP 404
            /endless                                 | sent more than the 4194304 bytes that a file may have
            /silent                                  | did not send the file within 2000 ms
            /to/http://169.254.169.254/latest        | redirects to http://169.254.169.254/latest, which egress 'private' does not reach
            /to/http://example.com/clip-3s.mp4       | redirects to http://example.com/clip-3s.mp4, which egress 'private' does not reach
            /to/ftp://127.0.0.1/x                    | redirects to ftp://127.0.0.1/x, which egress 'private' does not reach
            """)
    void aHostThatDoesNotDeliverFailsTheJobInBoundedTime(String path, String found) {
        JsonNode job = cast(host.url(path));

        assertThat(job.path("code").asInt()).isEqualTo(1402);
        assertThat(job.path("error").asText()).endsWith(found);
    }

    @Test
    void redirectsAreFollowedToAnAllowedHostButNotForEver() {
        assertThat(statusOf(host.url("/to/" + host.url("/clips/clip-3s.mp4")))).isEqualTo("completed");
        assertThat(statusOf(host.url("/to//to//clips/clip-3s.mp4"))).isEqualTo("completed");
        assertThat(cast(host.url("/to//to//to//to//to//to//to//clips/clip-3s.mp4"))
                        .path("error")
                        .asText())
                .endsWith("redirects more than 5 times");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            nonsense                            | the video is not an http or https URL or a data URI
            ftp://127.0.0.1/x.mp4               | the video is not an http or https URL or a data URI
            file:///etc/passwd                  | the video is not an http or https URL or a data URI
            http://a b/                         | the video is not an http or https URL or a data URI
            http://169.254.169.254./x.mp4       | the video is not an http or https URL or a data URI
            http://0xa9.0xfe.0xa9.0xfe/x.mp4    | the video is not an http or https URL or a data URI
            http://127.1/x.mp4                  | the video is not an http or https URL or a data URI
            http://127.0.0.1\\@example.com/    | the video is not an http or https URL or a data URI
            http://ⓛocalhost/x.mp4              | the video is not an http or https URL or a data URI
            data:video/mp4;base64,####          | the data URI does not hold valid base64
            data:video/mp4,abc                  | the data URI is not base64
            http://169.254.169.254/x.mp4        | the host 169.254.169.254 is a link-local or cloud metadata address, which is never contacted
            http://metadata.google.internal/x   | the host metadata.google.internal is a link-local or cloud metadata address, which is never contacted
            http://[fe80::1]/x.mp4              | the host fe80::1 is a link-local or cloud metadata address, which is never contacted
            http://2852039166/x.mp4             | the host 2852039166 is a link-local or cloud metadata address, which is never contacted
            http://0.0.0.0/x.mp4                | the host 0.0.0.0 is a link-local or cloud metadata address, which is never contacted
            """)
    void aReferenceThatIsNoneOrMustNotBeFollowedFailsTheJob(String video, String found) {
        JsonNode job = cast(video);

        assertThat(job.path("code").asInt()).isEqualTo(1402);
        assertThat(job.path("error").asText()).endsWith(found);
    }

    @ParameterizedTest
    @CsvSource({
        "https://example.com/your-input.mp4, completed",
        "https://example.com/walk-2s.mp4, completed",
        "https://example.com/walk-1.5s.mp4, failed",
        "https://example.com/walk_4.001s.mov, failed",
        "'https://example.com/a.mp4#t=10,13', completed",
        "'https://example.com/a.mp4#t=10,15', failed",
        "https://example.com/a.mp4?duration=5, failed",
        "https://example.com/a.mp4?x=1&duration=3, completed",
        "https://8.8.8.8/clip-5s.mp4, failed",
    })
    void aPublicUrlIsNotFetchedAndItsHintsDecide(String video, String status) {
        JsonNode job = cast(video);

        assertThat(job.path("status").asText()).isEqualTo(status);
        assertThat(api.sandbox().journal())
                .anySatisfy(entry -> assertThat(String.join(" ", entry.notes())).contains("clip not fetched"));
    }

    @Test
    void withEgressNoneNotEvenALocalHostIsAsked() throws IOException {
        try (Understudy closed = Understudy.builder().egress(Egress.NONE).start();
                MediaHost untouched = new MediaHost()) {
            Api caller = new Api(closed, "closed");

            assertThat(caller.run(Api.CHARACTERS, input(untouched.url("/missing/clip-3s.mp4")))
                            .path("status")
                            .asText())
                    .isEqualTo("completed");
            assertThat(untouched.requests()).isZero();
        }
    }

    @Test
    void anUploadThatNeverCameIsAFailedJob() {
        String url = api.post("/api/v3/media/uploads", Map.of("filename", "x.mp4", "size", 1))
                .data()
                .path("download_url")
                .asText();

        assertThat(cast(url).path("error").asText()).contains("there is no file at /media/");
    }

    @Test
    void oddPictureSizesAreNotedAndTheSwitchMakesThemErrors() {
        String small = Api.dataUri(Api.clip("small-480p.mp4"));

        assertThat(cast(small).path("status").asText()).isEqualTo("completed");
        assertThat(api.sandbox().journal())
                .anySatisfy(entry -> assertThat(String.join(" ", entry.notes()))
                        .contains("the video should be 720p to 1080p, but it is"));
        try (Understudy strict =
                Understudy.builder().with(Setting.CLIP_SIZE, "reject").start()) {
            JsonNode job = new Api(strict, "strict").run(Api.CHARACTERS, input(small));
            assertThat(job.path("code").asInt()).isEqualTo(1401);
        }
    }

    @Test
    void aLongClipMayCountAsTrimmed() {
        try (Understudy trimming =
                Understudy.builder().with(Setting.LONG_CLIP, "trim").start()) {
            Api caller = new Api(trimming, "trimming");
            assertThat(caller.run(Api.CHARACTERS, input(Api.dataUri(Api.clip("clip-4.1s.mp4"))))
                            .path("status")
                            .asText())
                    .isEqualTo("completed");
            assertThat(caller.run(Api.CHARACTERS, input(Api.dataUri(Api.clip("clip-1.9s.mp4"))))
                            .path("status")
                            .asText())
                    .isEqualTo("failed");
        }
    }

    @Test
    void aClipThatIsNamedAgainIsJudgedAsBeforeAndOneThatIsFetchedIsFetchedAgain() {
        for (int i = 0; i < 2; i++) {
            assertThat(statusOf("https://clips.example.com/again.mp4#t=0,3")).isEqualTo("completed");
            assertThat(statusOf("https://clips.example.com/again.mp4#t=0,3")).isEqualTo("completed");
            assertThat(statusOf("https://clips.example.com/again.mp4#t=0,9")).isEqualTo("failed");
            assertThat(statusOf("https://clips.example.com/again.mp4#t=0,9")).isEqualTo("failed");
        }
        assertThat(api.sandbox().journal())
                .filteredOn(entry -> String.join(" ", entry.notes()).contains("clip not fetched"))
                .hasSizeGreaterThanOrEqualTo(8);

        int before = host.requests();
        statusOf(host.url("/clips/clip-3s.mp4"));
        statusOf(host.url("/clips/clip-3s.mp4"));
        assertThat(host.requests()).isEqualTo(before + 2);
    }

    private static JsonNode cast(String video) {
        return api.run(Api.CHARACTERS, input(video));
    }

    private static String statusOf(String video) {
        return cast(video).path("status").asText();
    }

    private static Map<String, String> input(String video) {
        return Map.of("video", video, "name", "Joe");
    }
}
