package dev.understudy.contract.cases.openai;

import static dev.understudy.contract.api.ContractAssertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.contract.ContractCase;
import dev.understudy.contract.EmulatorOnly;
import dev.understudy.contract.api.Answer;
import dev.understudy.contract.api.Control;
import dev.understudy.contract.api.Credential;
import dev.understudy.contract.api.OpenAi;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;

/** The life of a video, from its creation to its deletion. */
final class LifecycleContract {
    private static final List<String> ORDER = List.of("queued", "in_progress", "completed");

    @ContractCase(
            id = "openai.lifecycle.completes",
            claims = {"OV-29", "OV-30"},
            cost = "unpriced")
    void a_video_goes_forward_only_until_it_is_completed(OpenAi openai) {
        List<Answer> answers = openai.sharedVideo();

        answers.forEach(Videos::isWhole);
        Assertions.assertThat(answers)
                .extracting(answer -> ORDER.indexOf(answer.json().path("status").asText()))
                .isSorted()
                .doesNotContain(-1)
                .endsWith(2);
        Assertions.assertThat(answers)
                .extracting(answer -> answer.json().path("progress").asInt())
                .isSorted()
                .endsWith(100);
    }

    @ContractCase(
            id = "openai.lifecycle.completed",
            claims = {"OV-14", "OV-31"},
            cost = "unpriced")
    void a_completed_video_says_when_and_until_when(OpenAi openai) {
        List<Answer> answers = openai.sharedVideo();
        JsonNode end = answers.get(answers.size() - 1).json();
        long completed = end.path("completed_at").asLong();

        Assertions.assertThat(completed)
                .as("%s", end)
                .isGreaterThanOrEqualTo(end.path("created_at").asLong());
        Assertions.assertThat(end.path("expires_at").asLong()).as("%s", end).isEqualTo(completed + 3600);
        Assertions.assertThat(end.path("error").isNull()).as("%s", end).isTrue();
    }

    @ContractCase(
            id = "openai.lifecycle.terminal-is-stable",
            claims = {"OV-30"},
            cost = "unpriced")
    void a_video_that_has_ended_does_not_change_any_more(OpenAi openai) {
        List<Answer> answers = openai.sharedVideo();

        Answer again = openai.video(openai.sharedVideoId());
        Assertions.assertThat(again.json())
                .isEqualTo(answers.get(answers.size() - 1).json());
    }

    @ContractCase(
            id = "openai.lifecycle.failed",
            claims = {"OV-29", "OV-32"},
            cost = "free")
    @EmulatorOnly(reason = "nobody knows what makes the real service fail")
    void a_video_that_fails_says_why(OpenAi openai, Control control) {
        control.freeze();
        control.strikeNext("fails");
        Answer created = openai.createVideo(Map.of("prompt", "A figure walks"));
        control.advance(Duration.ofMinutes(30));
        Answer end = openai.video(Videos.id(created));

        Videos.isWhole(end);
        assertThat(end)
                .hasJson("/status", "\"failed\"")
                .hasText("/error/code", "\\w+")
                .hasText("/error/message", ".+");
        control.allStruck();
    }

    @ContractCase(
            id = "openai.lifecycle.unknown",
            claims = {"OV-37", "OV-11"},
            cost = "free")
    void a_video_that_nobody_made_is_not_found(OpenAi openai) {
        String id = "video_" + "0".repeat(48);
        Answer answer = openai.video(id);

        Refusal.with(answer, 404);
        assertThat(answer)
                .hasText("/error/message", "Video with id '" + id + "' not found\\.")
                .hasJson("/error/type", "\"invalid_request_error\"");
    }

    @ContractCase(
            id = "openai.lifecycle.foreign",
            claims = {"OV-37", "OV-11"},
            cost = "free")
    @EmulatorOnly(reason = "it takes a second account")
    void a_video_of_somebody_else_is_not_found(OpenAi openai) {
        String id = openai.sharedVideoId();

        Refusal.with(openai.requests().as(Credential.OTHER_KEY).get("/videos/" + id), 404);
    }

    @ContractCase(
            id = "openai.delete.takes-away",
            claims = {"OV-35", "OV-36"},
            cost = "unpriced")
    void a_completed_video_can_be_deleted_and_is_gone(OpenAi openai) {
        List<Answer> answers = openai.follow(openai.createVideo(Map.of("prompt", "A figure walks")));
        String id = Videos.id(answers.get(0));

        Answer deleted = openai.requests().delete("/videos/" + id);
        assertThat(deleted)
                .hasStatus(200)
                .hasJson("/id", '"' + id + '"')
                .hasJson("/object", "\"video.deleted\"")
                .hasJson("/deleted", "true");
        Refusal.with(openai.video(id), 404);
    }

    @ContractCase(
            id = "openai.delete.unknown",
            claims = {"OV-36", "OV-11"},
            cost = "unpriced")
    void what_nobody_made_cannot_be_deleted(OpenAi openai) {
        Refusal.with(openai.requests().delete("/videos/video_" + "0".repeat(48)), 404);
    }
}
