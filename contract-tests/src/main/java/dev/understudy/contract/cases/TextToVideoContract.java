package dev.understudy.contract.cases;

import static dev.understudy.contract.api.ContractAssertions.assertThat;

import dev.understudy.contract.ContractCase;
import dev.understudy.contract.api.Answer;
import dev.understudy.contract.api.Api;
import dev.understudy.contract.api.Credential;
import dev.understudy.contract.api.History;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;

final class TextToVideoContract {
    private static final String PROMPT = "A figure walks through an empty room";
    private static final int HEAD = 64;

    @ContractCase(
            id = "text-to-video.completes",
            claims = {"TV-01", "TV-04", "TV-05"},
            cost = "1 x text-to-video")
    void a_prompt_becomes_an_mp4_that_can_be_fetched_in_part(Api api) {
        History history = api.follow(api.submit(Api.TEXT_TO_VIDEO, Map.of("prompt", PROMPT)));
        assertThat(history).movedOnlyForward().completed();
        assertThat(history.last()).hasText("/data/outputs/0", "https?://[^?]+\\.mp4(\\?.*)?");

        Answer head = api.as(Credential.NONE)
                .getFirstBytes(history.end().path("outputs").path(0).asText(), HEAD);

        assertThat(head).hasStatus(206);
        Assertions.assertThat(head.header("Content-Range")).matches("bytes 0-" + (HEAD - 1) + "/\\d+");
        Assertions.assertThat(head.header("Content-Type")).startsWith("video/mp4");
        Assertions.assertThat(head.bytes()).hasSize(HEAD);
        // Every MP4 file begins with the length of its first box and the box's name, ftyp.
        Assertions.assertThat(new String(head.bytes(), 4, 4, StandardCharsets.US_ASCII))
                .isEqualTo("ftyp");
    }

    @ContractCase(
            id = "text-to-video.missing-prompt",
            claims = {"TV-08", "ER-02", "ER-03"},
            cost = "1 x text-to-video")
    void the_prompt_is_required(Api api) {
        assertThat(api.submit(Api.TEXT_TO_VIDEO, Map.of("duration", 4))).refusedWith(400);
    }

    @ContractCase(
            id = "text-to-video.bad-size",
            claims = {"TV-02", "ER-02", "ER-03"},
            cost = "1 x text-to-video")
    void a_size_that_is_not_offered_is_refused(Api api) {
        assertThat(api.submit(Api.TEXT_TO_VIDEO, Map.of("prompt", PROMPT, "size", "640*480")))
                .refusedWith(400);
    }

    @ContractCase(
            id = "text-to-video.bad-duration",
            claims = {"TV-03", "ER-02", "ER-03"},
            cost = "1 x text-to-video")
    void a_duration_that_is_not_offered_is_refused(Api api) {
        assertThat(api.submit(Api.TEXT_TO_VIDEO, Map.of("prompt", PROMPT, "duration", 5)))
                .refusedWith(400);
    }

    @ContractCase(
            id = "text-to-video.with-character",
            claims = {"TV-06"},
            cost = "1 x characters (shared) + 1 x text-to-video")
    void a_created_character_can_play_in_a_video(Api api) {
        assertThat(api.follow(videoWith(api, api.sharedCharacterId()))).completed();
    }

    @ContractCase(
            id = "text-to-video.unknown-character",
            claims = {"TV-07", "ER-03"},
            cost = "1 x text-to-video")
    void a_character_that_nobody_created_is_an_error(Api api) {
        Refusal.ofEitherKind(api, videoWith(api, "char_0123456789abcdef0123456789abcdef"));
    }

    private static Answer videoWith(Api api, String characterId) {
        return api.submit(
                Api.TEXT_TO_VIDEO, Map.of("prompt", PROMPT, "characters", List.of(Map.of("id", characterId))));
    }
}
