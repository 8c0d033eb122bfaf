package dev.understudy.contract.cases.openai;

import static dev.understudy.contract.api.ContractAssertions.assertThat;

import dev.understudy.contract.ContractCase;
import dev.understudy.contract.EmulatorOnly;
import dev.understudy.contract.api.Answer;
import dev.understudy.contract.api.Control;
import dev.understudy.contract.api.OpenAi;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.assertj.core.api.Assertions;

/** The bytes of a video, its thumbnail and its spritesheet. */
final class ContentContract {
    @ContractCase(
            id = "openai.content.before-the-end",
            claims = {"OV-38", "OV-11"},
            cost = "free")
    @EmulatorOnly(reason = "nothing keeps a real video from being ready already")
    void content_that_is_not_ready_is_not_found(OpenAi openai, Control control) {
        control.freeze();
        Answer created = openai.createVideo(Map.of("prompt", "A figure walks"));
        Answer answer = content(openai, Videos.id(created), "");

        Refusal.with(answer, 404);
        assertThat(answer).hasText("/error/message", "Video is not ready yet.*");
    }

    @ContractCase(
            id = "openai.content.video",
            claims = {"OV-39"},
            cost = "unpriced")
    void the_content_is_the_file_itself(OpenAi openai) {
        Answer answer = content(openai, openai.sharedVideoId(), "");

        isFile("video/mp4", answer);
        Assertions.assertThat(new String(answer.bytes(), 4, 4, StandardCharsets.ISO_8859_1))
                .isEqualTo("ftyp");
    }

    @ContractCase(
            id = "openai.content.accept-binary",
            claims = {"OV-40"},
            cost = "unpriced")
    void a_client_that_accepts_a_type_nobody_has_gets_the_file(OpenAi openai) {
        Answer answer = openai.requests()
                .with("Accept", "application/binary")
                .get("/videos/" + openai.sharedVideoId() + "/content");

        isFile("video/mp4", answer);
    }

    @ContractCase(
            id = "openai.content.thumbnail",
            claims = {"OV-39"},
            cost = "unpriced")
    void a_thumbnail_is_a_webp(OpenAi openai) {
        isFile("image/webp", content(openai, openai.sharedVideoId(), "?variant=thumbnail"));
    }

    @ContractCase(
            id = "openai.content.spritesheet",
            claims = {"OV-39"},
            cost = "unpriced")
    void a_spritesheet_is_a_jpeg(OpenAi openai) {
        isFile("image/jpeg", content(openai, openai.sharedVideoId(), "?variant=spritesheet"));
    }

    @ContractCase(
            id = "openai.content.unknown",
            claims = {"OV-37", "OV-11"},
            cost = "free")
    void the_content_of_what_nobody_made_is_not_found(OpenAi openai) {
        Refusal.with(content(openai, "video_" + "0".repeat(48), ""), 404);
    }

    private static void isFile(String type, Answer answer) {
        assertThat(answer).hasStatus(200);
        Assertions.assertThat(answer.header("Content-Type")).startsWith(type);
        Assertions.assertThat(answer.bytes()).isNotEmpty();
    }

    private static Answer content(OpenAi openai, String id, String query) {
        return openai.requests().get("/videos/" + id + "/content" + query);
    }
}
