package dev.understudy.soraguide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.Api;
import dev.understudy.Understudy;
import dev.understudy.settings.Setting;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which part of a clip may be asked for, and which clips do. */
class TimestampsTest {

    private static final String UNKNOWN_LENGTH = "https://example.com/my-video.mp4";

    private static Understudy understudy;
    private Api api;
    private Guide guide;

    @BeforeAll
    static void start() {
        understudy = Understudy.builder().seed(7).start();
    }

    @AfterAll
    static void stop() {
        understudy.close();
    }

    @BeforeEach
    void aKeyOfItsOwn(TestInfo test) {
        api = new Api(understudy, test.getDisplayName());
        guide = new Guide(api);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5", "5,", ",8", "5-8", "5, 8", "a,b", "-1,2", "1,2,3", "5,8s", "1e0,3"})
    void whatIsNoRangeIsRefused(String timestamps) {
        assertThat(Guide.refusal(guide.fromUrl(UNKNOWN_LENGTH, timestamps)))
                .isEqualTo("400|Invalid timestamps: expected \"start,end\" in seconds, such as \"5,8\".|timestamps"
                        + "|invalid_timestamps");
    }

    @Test
    void anUrlNeedsThemAndTheyAreText() {
        assertThat(Guide.refusal(guide.fromUrl(UNKNOWN_LENGTH, null))).startsWith("400|Invalid timestamps");
        assertThat(api.post(
                                Guide.CHARACTERS,
                                Map.of("model", "sora-2-character", "url", UNKNOWN_LENGTH, "timestamps", List.of(5, 8)))
                        .status())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"8,5", "5,5"})
    void theyMustEndAfterTheyStart(String timestamps) {
        assertThat(Guide.refusal(guide.fromUrl(UNKNOWN_LENGTH, timestamps)))
                .isEqualTo("400|Invalid timestamps: they must end after they start.|timestamps|invalid_timestamps");
    }

    @ParameterizedTest
    @CsvSource({"clip-4s.mp4,'1,4'", "clip-4s.mov,'0,3'", "clip-4s.webm,'2.5,4.0'", "clip-3s.mp4,'0,3'"})
    void theyMayLieAnywhereWithinTheClip(String clip, String timestamps) {
        assertThat(guide.fromUrl(api.upload(clip, Api.clip(clip)), timestamps).status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"clip-4s.mp4,'1,4.001',4", "clip-2s.webm,'1,3',2", "clip-1.9s.mov,'0,2',1.9"})
    void beyondTheEndOfTheClipTheyAreRefusedWithItsLength(String clip, String timestamps, String length) {
        assertThat(Guide.refusal(guide.fromUrl(api.upload(clip, Api.clip(clip)), timestamps)))
                .startsWith("400|Invalid timestamps: timestamps end at ")
                .contains("but the video has " + length)
                .endsWith("|timestamps|invalid_timestamps");
    }

    @Test
    void aLengthThatOnlyTheUrlKnowsCountsAndNoLengthDoesNot() {
        assertThat(guide.fromUrl("https://example.com/walk-6s.mp4", "5,8").status())
                .isEqualTo(400);
        assertThat(guide.fromUrl("https://example.com/walk-9s.mp4", "5,8").status())
                .isEqualTo(200);
        assertThat(guide.fromUrl(UNKNOWN_LENGTH, "50,53").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "'5,8',",
        "'5,6',",
        "'5,9',3 to 5 s are acceptable",
        "'5,11',more than 5 s are to be avoided",
        "'5,5.5',less than 1 s may be too little"
    })
    void theGuideAdvisesOnTheirLengthAndRefusesNone(String timestamps, String advice) {
        assertThat(guide.fromUrl(UNKNOWN_LENGTH, timestamps).status()).isEqualTo(200);

        String notes = String.join("\n", api.sandbox().journal().get(0).notes());
        if (advice == null) {
            assertThat(notes).doesNotContain("timestamps");
        } else {
            assertThat(notes).contains("by the guide " + advice);
        }
    }

    @Test
    void byTheProxiesRulesTheyAreAlwaysNeededAndFromOneToThreeSecondsLong() {
        try (Understudy proxy =
                Understudy.builder().with(Setting.SORAGUIDE, "proxy").start()) {
            Api atProxy = new Api(proxy, "proxy");
            Guide strict = new Guide(atProxy);
            String task = strict.video("a walk").path("id").asText();

            assertThat(Guide.refusal(strict.fromTask(task))).startsWith("400|Invalid timestamps: expected");
            assertThat(strict.create("from_task", task, "1,3").status()).isEqualTo(200);
            assertThat(strict.fromUrl(UNKNOWN_LENGTH, "5,8").status()).isEqualTo(200);
            assertThat(Guide.refusal(strict.fromUrl(UNKNOWN_LENGTH, "5,8.5")))
                    .isEqualTo("400|Invalid timestamps: they must be 1 to 3 seconds apart.|timestamps"
                            + "|invalid_timestamps");
            assertThat(strict.fromUrl(UNKNOWN_LENGTH, "5,5.9").status()).isEqualTo(400);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"matroska.mkv", "picture.png", "audio-only.mp4", "truncated.mp4", "empty.mp4", "text.mp4"})
    void whatIsNoVideoInAKnownFormatCannotBeProcessed(String file) {
        assertThat(Guide.refusal(guide.fromUrl(api.upload(file, Api.clip(file)), "0,1")))
                .startsWith("500|Processing failed: ")
                .endsWith("|null|processing_failed");
    }

    @Test
    void aVideoBeyond1080pCannotBeProcessedAndOneOf480pCan() {
        assertThat(Guide.refusal(guide.fromUrl(api.upload("a.mp4", Api.clip("beyond-1080p.mp4")), "0,1")))
                .startsWith("500|Processing failed: the video should be 720p to 1080p");
        assertThat(guide.fromUrl(api.upload("a.mp4", Api.clip("portrait-1080p.mp4")), "0,1")
                        .status())
                .isEqualTo(200);
        assertThat(guide.fromUrl(api.upload("a.mp4", Api.clip("small-480p.mp4")), "0,1")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aVideoThatCannotBeReachedCannotBeProcessed() {
        assertThat(Guide.refusal(guide.fromUrl("http://127.0.0.1:1/a.mp4", "0,1")))
                .startsWith("500|Processing failed: ");
        assertThat(Guide.refusal(guide.fromUrl("http://169.254.169.254/a.mp4", "0,1")))
                .startsWith("500|Processing failed: ");
    }
}
