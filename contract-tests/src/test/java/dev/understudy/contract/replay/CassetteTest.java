package dev.understudy.contract.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.understudy.contract.api.Api;
import dev.understudy.contract.api.Clip;
import dev.understudy.contract.api.Credential;
import dev.understudy.contract.api.Workbench;
import dev.understudy.contract.evidence.Auth;
import dev.understudy.contract.evidence.Bodies;
import dev.understudy.contract.evidence.Body;
import dev.understudy.contract.evidence.CaseEvidence;
import dev.understudy.contract.evidence.EvidenceException;
import dev.understudy.contract.evidence.Exchange;
import dev.understudy.contract.target.ApiKey;
import dev.understudy.contract.target.Pacing;
import dev.understudy.contract.target.Player;
import dev.understudy.contract.target.Target;
import dev.understudy.contract.target.TargetProvider;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CassetteTest {
    private static final String RESULT = "/api/v3/predictions/1/result";
    private static final String FILE = "https://files.example.com/a.mp4?x=y";

    private static TargetProvider.Started started;
    private static Player player;

    @BeforeAll
    static void start() {
        started = new ReplayTarget().start();
        player = started.player().orElseThrow();
    }

    @AfterAll
    static void stop() {
        started.stop().run();
    }

    @Test
    void equal_requests_are_answered_in_their_order_and_each_answer_once() {
        play(poll("queued"), poll("processing"), poll("completed"));

        assertThat(api().result("1").text()).isEqualTo("queued");
        assertThat(api().result("1").text()).isEqualTo("processing");
        assertThat(api().result("1").text()).isEqualTo("completed");
        assertThat(player.complaint()).isEmpty();
        assertThat(api().result("1").status()).isEqualTo(404);
        assertThat(player.complaint())
                .hasValueSatisfying(text -> assertThat(text)
                        .startsWith("The case asks what its recording does not have: GET " + RESULT)
                        .contains("Scenario"));
    }

    @Test
    void an_answer_that_nobody_asked_for_is_named() {
        play(poll("queued"), poll("completed"));
        api().result("1");

        assertThat(player.complaint())
                .contains("The case does not ask all that its recording has; answers left: 1, one of them to GET "
                        + RESULT);
    }

    @Test
    void the_kind_of_authorization_tells_equal_addresses_apart() {
        play(
                get(RESULT, Auth.NONE, new Body.Text("none")),
                get(RESULT, Auth.BEARER, new Body.Text("bearer")),
                get(RESULT, Auth.API_KEY, new Body.Text("api key")),
                get(RESULT, Auth.MALFORMED, new Body.Text("malformed")));

        assertThat(api().as(Credential.NONE).result("1").text()).isEqualTo("none");
        assertThat(api().result("1").text()).isEqualTo("bearer");
        assertThat(api().as(Credential.OWN_API_KEY).result("1").text()).isEqualTo("api key");
        assertThat(api().as(Credential.EMPTY_BEARER).result("1").text()).isEqualTo("malformed");
        assertThat(player.complaint()).isEmpty();
    }

    @Test
    void json_is_matched_to_the_last_key() {
        play(new Exchange(
                new Exchange.Request(
                        "POST",
                        "/api/v3/m",
                        Auth.BEARER,
                        Map.of("content-type", "application/json"),
                        new Body.Json(JsonNodeFactory.instance.objectNode().put("name", "Joe"))),
                new Exchange.Response(200, Map.of(), new Body.None()),
                1));

        assertThat(api().submit("m", Map.of("name", "Joe", "mood", "cheerful")).status())
                .isEqualTo(404);
        assertThat(player.complaint())
                .hasValueSatisfying(text -> assertThat(text).contains("cheerful"));
        assertThat(api().submit("m", Map.of("name", "Joe")).status()).isEqualTo(200);
    }

    @Test
    void files_of_other_hosts_are_played_under_addresses_of_their_own() {
        play(
                get("/api/v3/predictions/1/result", Auth.BEARER, new Body.Text("it is at " + FILE)),
                get(FILE, Auth.NONE, new Body.Media(Clip.TWO_SECONDS.bytes().length, digest(), "")));

        String told = api().result("1").text().replace("it is at ", "");

        assertThat(told).isEqualTo(started.baseUri() + "/from/files.example.com/a.mp4?x=y");
        assertThat(api().as(Credential.NONE).get(told).bytes()).isEqualTo(Clip.TWO_SECONDS.bytes());
        assertThat(player.complaint()).isEmpty();
    }

    @Test
    void bytes_that_nobody_has_cannot_be_played() {
        assertThatThrownBy(() -> play(get(FILE, Auth.NONE, new Body.Media(9000, "0".repeat(64), ""))))
                .isInstanceOf(EvidenceException.class)
                .hasMessageContaining("9000 bytes by their digest alone");
    }

    private static Exchange poll(String answer) {
        return get(RESULT, Auth.BEARER, new Body.Text(answer));
    }

    private static Exchange get(String path, Auth auth, Body answer) {
        return new Exchange(
                new Exchange.Request("GET", path, auth, Map.of(), new Body.None()),
                new Exchange.Response(200, Map.of(), answer),
                1);
    }

    private static String digest() {
        return Bodies.sha256(Clip.TWO_SECONDS.bytes());
    }

    private static void play(Exchange... exchanges) {
        player.insert(new CaseEvidence(
                "a.case",
                URI.create("https://api.wavespeed.ai"),
                Instant.EPOCH,
                "0",
                Map.of(),
                BigDecimal.ZERO,
                List.of(),
                List.of(exchanges)));
    }

    private static Api api() {
        Target target = new Target(started.baseUri(), ApiKey.random(), ApiKey.random(), Pacing.IN_PROCESS, () -> {});
        return new Workbench(target).forCase("a.case");
    }
}
