package dev.understudy.contract.cases;

import static dev.understudy.contract.api.ContractAssertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.contract.ContractCase;
import dev.understudy.contract.api.Answer;
import dev.understudy.contract.api.Api;
import dev.understudy.contract.api.Clip;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.assertj.core.api.Assertions;

/** Answers that come at once or hold the media themselves, for those who ask for it. */
final class OutputFormContract {
    private static final int SYNC_TIMEOUT = 5004;

    @ContractCase(
            id = "sync.completes",
            claims = {"SY-01", "SY-02"},
            cost = "1 x characters")
    void sync_mode_answers_when_the_job_has_ended_or_says_that_it_has_not(Api api) {
        Answer answer = api.submit(
                Api.CHARACTERS,
                Map.of(
                        "video", api.urlOf(Clip.THREE_SECONDS),
                        "name", api.uniqueName("Joe"),
                        "enable_sync_mode", true));

        assertThat(answer).succeeded().hasText("/data/status", "completed|processing");
        if (answer.data().path("status").asText().equals("processing")) {
            assertThat(answer)
                    .hasJson("/data/code", String.valueOf(SYNC_TIMEOUT))
                    .hasText("/data/error", ".+");
        }
        assertThat(api.follow(answer)).completed();
    }

    @ContractCase(
            id = "base64.video",
            claims = {"SY-03"},
            cost = "1 x text-to-video")
    void a_video_can_be_had_as_base64(Api api) {
        Answer end = api.follow(
                        api.submit(Api.TEXT_TO_VIDEO, Map.of("prompt", "A figure walks", "enable_base64_output", true)))
                .last();

        JsonNode output = end.data().at("/outputs/0");
        assertThat(end).succeeded().hasText("/data/outputs/0", "[A-Za-z0-9+/]{64,}={0,2}");
        Assertions.assertThat(new String(Base64.getDecoder().decode(output.asText()), 4, 4, StandardCharsets.US_ASCII))
                .isEqualTo("ftyp");
    }
}
