package dev.understudy.contract.cases;

import static dev.understudy.contract.api.ContractAssertions.assertThat;

import dev.understudy.contract.ContractCase;
import dev.understudy.contract.EmulatorOnly;
import dev.understudy.contract.api.Answer;
import dev.understudy.contract.api.Api;
import dev.understudy.contract.api.Control;
import java.util.Map;
import org.assertj.core.api.Assertions;

/** The service that is announced as unstable: away, behind a proxy that gives up, or somebody else's work. */
final class InstabilityContract {
    private static final String NOT_ON_REQUEST = "an outage cannot be asked for";
    private static final Map<String, Object> VIDEO = Map.of("prompt", "A figure walks");

    @ContractCase(
            id = "instability.unavailable",
            claims = {"IN-01", "ER-07"},
            cost = "free")
    @EmulatorOnly(reason = NOT_ON_REQUEST)
    void a_service_that_is_away_answers_503(Api api, Control control) {
        control.strike(1, "server-error; status=503", "submit");

        assertThat(api.submit(Api.TEXT_TO_VIDEO, VIDEO)).refusedWith(503);
        control.allStruck();
        assertThat(api.submit(Api.TEXT_TO_VIDEO, VIDEO)).succeeded();
    }

    @ContractCase(
            id = "instability.server-error",
            claims = {"IN-02", "ER-07"},
            cost = "free")
    @EmulatorOnly(reason = NOT_ON_REQUEST)
    void a_poll_may_meet_an_error_of_the_server_and_go_on(Api api, Control control) {
        Answer submitted = api.submit(Api.TEXT_TO_VIDEO, VIDEO);
        control.strike(1, "server-error; status=500", "poll");

        assertThat(api.result(submitted.data().path("id").asText())).refusedWith(500);
        control.allStruck();
        assertThat(api.follow(submitted)).completed();
    }

    @ContractCase(
            id = "instability.gateway-timeout",
            claims = {"IN-03"},
            cost = "free")
    @EmulatorOnly(reason = NOT_ON_REQUEST)
    void a_gateway_that_gives_up_answers_html(Api api, Control control) {
        control.strike(1, "gateway-timeout", "submit");
        Answer answer = api.submit(Api.TEXT_TO_VIDEO, VIDEO);

        assertThat(answer).hasStatus(504);
        Assertions.assertThat(answer.header("Content-Type")).startsWith("text/html");
        Assertions.assertThat(answer.text()).contains("504 Gateway Time-out");
        control.allStruck();
    }

    @ContractCase(
            id = "instability.fallback-silent",
            claims = {"IN-01"},
            cost = "free")
    @EmulatorOnly(reason = "a fallback cannot be asked for, and comes without notice")
    void a_fallback_is_not_to_be_seen_in_what_is_answered(Api api, Control control) {
        control.strikeNext("fallback");

        assertThat(api.follow(api.submit(Api.TEXT_TO_VIDEO, VIDEO)))
                .completed()
                .eachAnswer(answer -> assertThat(answer).hasJson("/data/model", '"' + Api.TEXT_TO_VIDEO + '"'))
                .outputsAreVideos();
        control.allStruck();
    }

    @ContractCase(
            id = "instability.fallback-announced",
            claims = {"IN-04"},
            cost = "free")
    @EmulatorOnly(reason = "a fallback cannot be asked for, and nobody knows how it would be announced")
    void a_fallback_may_be_announced_by_the_name_of_the_model(Api api, Control control) {
        control.strikeNext("fallback; announced=true; model=bytedance/seedance-2.0/text-to-video");

        assertThat(api.follow(api.submit(Api.TEXT_TO_VIDEO, VIDEO)).last())
                .succeeded()
                .hasJson("/data/status", "\"completed\"")
                .hasJson("/data/model", "\"bytedance/seedance-2.0/text-to-video\"");
        control.allStruck();
    }

    @ContractCase(
            id = "instability.retired",
            claims = {"IN-05", "ER-04"},
            cost = "free")
    @EmulatorOnly(reason = "the end of a model cannot be asked for")
    void a_model_that_was_retired_takes_no_jobs(Api api, Control control) {
        control.strike(1, "gone", "submit");

        assertThat(api.submit(Api.TEXT_TO_VIDEO, VIDEO)).refusedWith(404);
        control.allStruck();
    }

    @ContractCase(
            id = "wire.reset",
            claims = {"IN-06"},
            cost = "free")
    @EmulatorOnly(reason = NOT_ON_REQUEST)
    void a_connection_may_be_reset(Api api, Control control) {
        control.strike(1, "reset", "balance");

        control.cutOff(() -> api.get("/api/v3/balance"));
        control.allStruck();
        assertThat(api.get("/api/v3/balance")).succeeded();
    }

    @ContractCase(
            id = "wire.empty-reply",
            claims = {"IN-06"},
            cost = "free")
    @EmulatorOnly(reason = NOT_ON_REQUEST)
    void a_connection_may_end_without_an_answer_to_a_job_that_runs_all_the_same(Api api, Control control) {
        control.strike(1, "empty-reply", "submit");

        control.cutOff(() -> api.submit(Api.TEXT_TO_VIDEO, VIDEO));
        control.allStruck();
        Answer list = api.post("/api/v3/predictions", Map.of());
        assertThat(list).succeeded().hasOnly("/data/items", "/model", Api.TEXT_TO_VIDEO);
        Assertions.assertThat(list.data().path("items")).as("%s", list).hasSize(1);
    }

    @ContractCase(
            id = "wire.truncated",
            claims = {"IN-06"},
            cost = "free")
    @EmulatorOnly(reason = NOT_ON_REQUEST)
    void an_answer_may_be_cut_off(Api api, Control control) {
        control.strike(1, "truncated", "balance");

        control.cutOff(() -> api.get("/api/v3/balance"));
        control.allStruck();
        assertThat(api.get("/api/v3/balance")).succeeded();
    }

    @ContractCase(
            id = "wire.malformed",
            claims = {"IN-06"},
            cost = "free")
    @EmulatorOnly(reason = NOT_ON_REQUEST)
    void an_answer_may_be_no_json_although_it_says_so(Api api, Control control) {
        control.strike(1, "malformed", "balance");
        Answer answer = api.get("/api/v3/balance");

        assertThat(answer).hasStatus(200);
        Assertions.assertThatThrownBy(answer::json).isInstanceOf(AssertionError.class);
        control.allStruck();
    }
}
