package dev.understudy.contract.cases.openai;

import static dev.understudy.contract.api.ContractAssertions.assertThat;

import dev.understudy.contract.ContractCase;
import dev.understudy.contract.api.Answer;
import dev.understudy.contract.api.Clip;
import dev.understudy.contract.api.Form;
import dev.understudy.contract.api.OpenAi;
import java.util.Map;
import org.assertj.core.api.Assertions;

/** What starts a video, and what does not. */
final class CreationContract {
    private static final String PROMPT = "A figure walks";

    @ContractCase(
            id = "openai.videos.create.json",
            claims = {"OV-13", "OV-14", "OV-15"},
            cost = "unpriced")
    void json_is_answered_with_the_whole_video(OpenAi openai) {
        Answer created =
                openai.createVideo(Map.of("model", "sora-2-pro", "prompt", PROMPT, "size", "1280x720", "seconds", "8"));

        Videos.isWhole(created);
        assertThat(created)
                .hasJson("/model", "\"sora-2-pro\"")
                .hasJson("/prompt", "\"A figure walks\"")
                .hasJson("/size", "\"1280x720\"")
                .hasJson("/seconds", "\"8\"")
                .hasJson("/status", "\"queued\"", "\"in_progress\"")
                .hasJson("/completed_at", "null")
                .hasJson("/expires_at", "null")
                .hasJson("/remixed_from_video_id", "null")
                .hasJson("/error", "null");
    }

    @ContractCase(
            id = "openai.videos.create.form",
            claims = {"OV-13", "OV-14"},
            cost = "unpriced")
    void a_form_is_answered_alike(OpenAi openai) {
        Form form = Form.empty()
                .text("model", "sora-2")
                .text("prompt", PROMPT)
                .text("seconds", "4")
                .text("size", "720x1280");
        Answer created = openai.requests().post("/videos", form);

        Videos.isWhole(created);
        assertThat(created).hasJson("/seconds", "\"4\"").hasJson("/size", "\"720x1280\"");
    }

    @ContractCase(
            id = "openai.videos.create.defaults",
            claims = {"OV-16"},
            cost = "unpriced")
    void what_is_not_said_is_sora_2_upright_for_four_seconds(OpenAi openai) {
        assertThat(openai.createVideo(Map.of("prompt", PROMPT)))
                .hasStatus(200)
                .hasText("/model", "sora-2(-.+)?")
                .hasJson("/seconds", "\"4\"")
                .hasJson("/size", "\"720x1280\"");
    }

    @ContractCase(
            id = "openai.videos.create.image",
            claims = {"OV-50"},
            cost = "unpriced")
    void a_form_may_bring_an_image_of_the_videos_size(OpenAi openai) {
        Form form = Form.empty().text("prompt", PROMPT).text("size", "1280x720").file("input_reference", Clip.PICTURE);

        Videos.isWhole(openai.requests().post("/videos", form));
    }

    @ContractCase(
            id = "openai.videos.create.image-of-another-size",
            claims = {"OV-51", "OV-11"},
            cost = "unpriced")
    void an_image_of_another_size_is_refused(OpenAi openai) {
        Form form = Form.empty().text("prompt", PROMPT).text("size", "720x1280").file("input_reference", Clip.PICTURE);
        Answer answer = openai.requests().post("/videos", form);

        Refusal.with(answer, 400);
        assertThat(answer).hasText("/error/message", ".*must match the requested width and height.*");
    }

    @ContractCase(
            id = "openai.videos.seconds.outside",
            claims = {"OV-17", "OV-11"},
            cost = "unpriced")
    void seconds_that_are_not_offered_are_refused_with_those_that_are(OpenAi openai) {
        Answer answer = openai.createVideo(Map.of("prompt", PROMPT, "seconds", "5"));

        Refusal.of("seconds", answer);
        assertThat(answer)
                .hasJson("/error/code", "\"invalid_value\"")
                .hasText("/error/message", "Invalid value: '5'\\. Supported values are: '4', '8',.* and '\\d+'\\.");
    }

    @ContractCase(
            id = "openai.videos.size.outside",
            claims = {"OV-18", "OV-11"},
            cost = "unpriced")
    void a_size_that_is_not_offered_is_refused_with_those_that_are(OpenAi openai) {
        Answer answer = openai.createVideo(Map.of("prompt", PROMPT, "size", "640x480"));

        Refusal.of("size", answer);
        assertThat(answer)
                .hasJson("/error/code", "\"invalid_value\"")
                .hasText(
                        "/error/message", "Invalid value: '640x480'\\. Supported values are: '720x1280', '1280x720'.*");
    }

    @ContractCase(
            id = "openai.videos.prompt.missing",
            claims = {"OV-21", "OV-11"},
            cost = "unpriced")
    void a_video_needs_a_prompt(OpenAi openai) {
        Refusal.of("prompt", openai.createVideo(Map.of("model", "sora-2")));
    }

    @ContractCase(
            id = "openai.videos.malformed-json",
            claims = {"OV-21", "OV-11"},
            cost = "unpriced")
    void a_body_that_is_not_json_is_refused(OpenAi openai) {
        Answer answer = openai.requests().postText("/videos", "application/json", "{\"prompt\": ");

        Refusal.with(answer, 400);
        Assertions.assertThat(answer.json().path("id").isMissingNode()).isTrue();
    }
}
