package dev.understudy.contract.cases.eachlabs;

import static dev.understudy.contract.api.ContractAssertions.assertThat;

import dev.understudy.contract.ContractCase;
import dev.understudy.contract.EmulatorOnly;
import dev.understudy.contract.api.Answer;
import dev.understudy.contract.api.Control;
import dev.understudy.contract.api.EachLabs;
import java.util.List;
import org.assertj.core.api.Assertions;

/** How a prediction lives, as polls tell it. */
final class PollContract {
    private static final List<String> ORDER = List.of("created", "starting", "processing", "success");

    @ContractCase(
            id = "eachlabs.poll.keys",
            claims = {"EL-24", "EL-11"},
            cost = "unpriced")
    void every_poll_has_all_keys_from_the_first_to_the_last(EachLabs client) {
        List<Answer> history = client.sharedVideo();
        String id = Predictions.id(history.get(0));

        Assertions.assertThat(history).hasSizeGreaterThan(1);
        history.stream().skip(1).forEach(poll -> {
            Predictions.isWhole(poll);
            assertThat(poll)
                    .hasJson("/id", '"' + id + '"')
                    .hasJson("/input/prompt", "\"A figure walks\"")
                    .hasText("/urls/get", "https?://.+/v1/prediction/" + id)
                    .hasText("/urls/cancel", "https?://.+/v1/prediction/" + id + "/cancel");
        });
    }

    @ContractCase(
            id = "eachlabs.poll.unfinished",
            claims = {"EL-27", "EL-33"},
            cost = "free")
    @EmulatorOnly(reason = "whether a job is still at work is a matter of chance")
    void a_poll_does_not_wait_and_what_is_at_work_has_no_output_and_cost_nothing(EachLabs client, Control control) {
        control.freeze();
        Answer poll = client.prediction(Predictions.id(client.createVideo()));

        Predictions.isWhole(poll);
        assertThat(poll)
                .hasText("/status", "created|starting|processing")
                .hasJson("/output", "null")
                .hasNumber("/metrics/predict_time", "0")
                .hasNumber("/metrics/cost", "0");
    }

    @ContractCase(
            id = "eachlabs.poll.forward-only",
            claims = {"EL-51"},
            cost = "unpriced")
    void a_prediction_moves_only_forward_to_its_success(EachLabs client) {
        List<String> statuses = client.sharedVideo().stream()
                .skip(1)
                .map(poll -> poll.json().path("status").asText())
                .toList();

        Assertions.assertThat(statuses).isSubsetOf(ORDER).endsWith("success");
        Assertions.assertThat(statuses.stream().map(ORDER::indexOf)).isSorted();
    }

    @ContractCase(
            id = "eachlabs.poll.success",
            claims = {"EL-29", "EL-30"},
            cost = "unpriced")
    void a_video_that_is_done_is_a_url_and_says_what_it_took(EachLabs client) {
        Answer end = Predictions.last(client.sharedVideo());

        Predictions.isWhole(end);
        assertThat(end).hasJson("/status", "\"success\"").hasText(firstOutput(end), "https?://.+");
        for (String metric : List.of("/metrics/predict_time", "/metrics/cost")) {
            Assertions.assertThat(end.json().at(metric).decimalValue())
                    .as("'%s' in: %s", metric, end)
                    .isPositive();
        }
    }

    @ContractCase(
            id = "eachlabs.poll.video-is-there",
            claims = {"EL-29"},
            cost = "unpriced")
    void the_video_can_be_fetched_where_the_output_says(EachLabs client) {
        Answer end = Predictions.last(client.sharedVideo());
        Answer file = client.requests().get(end.json().at(firstOutput(end)).asText());

        assertThat(file).hasStatus(200);
        Assertions.assertThat(file.header("Content-Type")).startsWith("video/");
    }

    @ContractCase(
            id = "eachlabs.poll.end-is-stable",
            claims = {"EL-32"},
            cost = "unpriced")
    void a_prediction_that_has_ended_stays_as_it_is(EachLabs client) {
        for (List<Answer> history : List.of(client.sharedVideo(), client.sharedFailure())) {
            Answer again = client.prediction(Predictions.id(history.get(0)));

            Assertions.assertThat(again.json())
                    .as("%s", again)
                    .isEqualTo(Predictions.last(history).json());
        }
    }

    @ContractCase(
            id = "eachlabs.poll.unknown",
            claims = {"EL-22", "EL-23"},
            cost = "free")
    void a_prediction_that_nobody_made_is_not_found(EachLabs client) {
        Refusal.with(404, "not found|Prediction not found", client.prediction(Predictions.NOBODYS));
    }

    // One URL, or an array of them: both are documented, and nobody has said which of them Sora's models have.
    private static String firstOutput(Answer end) {
        return end.json().path("output").isArray() ? "/output/0" : "/output";
    }
}
