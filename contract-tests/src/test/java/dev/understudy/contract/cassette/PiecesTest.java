package dev.understudy.contract.cassette;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.understudy.contract.evidence.Auth;
import dev.understudy.contract.evidence.Body;
import dev.understudy.contract.evidence.EvidenceException;
import dev.understudy.contract.evidence.EvidenceJson;
import dev.understudy.contract.evidence.Exchange;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PiecesTest {
    private static final String ID = "0123456789abcdef0123456789abcdef";
    private static final String POLL = "/api/v3/predictions/" + ID + "/result";
    private static final String SUBMIT = "/api/v3/openai/sora-2/characters";

    private static Exchange exchange(String method, String path, String status) {
        return new Exchange(
                new Exchange.Request(method, path, Auth.BEARER, Map.of(), new Body.None()),
                new Exchange.Response(
                        200, Map.of(), json("{\"data\":{\"id\":\"" + ID + "\",\"status\":\"" + status + "\"}}")),
                1);
    }

    private static Body json(String text) {
        try {
            return new Body.Json(EvidenceJson.parse(text));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static Cassette cassette(String name, long beganMs, String id, List<Step> steps) {
        return new Cassette(
                name,
                URI.create("https://api.example"),
                "test",
                Instant.EPOCH,
                beganMs,
                id,
                "openai/sora-2/characters",
                new BigDecimal("0.001"),
                true,
                List.of("S01"),
                steps);
    }

    private static Cassette job() {
        return cassette(
                "job-0001",
                0,
                ID,
                List.of(
                        new Step(Step.Kind.SUBMIT, 0, exchange("POST", SUBMIT, "created")),
                        new Step(Step.Kind.POLL, 100, exchange("GET", POLL, "processing")),
                        new Step(Step.Kind.WEBHOOK, 900, exchange("POST", "/", "")),
                        new Step(Step.Kind.POLL, 1000, exchange("GET", POLL, "completed"))));
    }

    private static Question asking(String method, String path) {
        return Question.of(exchange(method, path, "").request());
    }

    private static String state(Optional<Step> step) {
        return step.orElseThrow().state();
    }

    @Test
    void a_cassette_is_the_same_after_it_was_written_and_read() {
        Cassette read = CassetteJson.read("job-0001", CassetteJson.write(job()));

        assertThat(read).isEqualTo(job());
        assertThatThrownBy(() -> CassetteJson.read(
                        "job-0001", CassetteJson.write(job()).replace("\"schema\" : 1", "\"schema\" : 2")))
                .isInstanceOf(EvidenceException.class)
                .hasMessageContaining("schema 2");
    }

    @Test
    void without_timing_each_poll_is_a_step_and_a_webhook_waits_for_the_polls_before_it() {
        Deck deck = new Deck(job(), 0);

        assertThat(deck.again(asking("GET", POLL), 0)).as("before its submit").isEmpty();
        assertThat(deck.play(asking("POST", SUBMIT), 5000).state()).isEqualTo("created");
        assertThat(deck.nextAt(asking("POST", SUBMIT))).as("a second time").isEmpty();
        assertThat(deck.webhooks()).isEmpty();
        assertThat(state(deck.again(asking("GET", POLL), 5000))).isEqualTo("processing");
        assertThat(deck.webhooks()).hasSize(1);
        assertThat(deck.webhooks()).as("each once").isEmpty();
        assertThat(deck.isUsed()).isFalse();
        assertThat(state(deck.again(asking("GET", POLL), 5000))).isEqualTo("completed");
        assertThat(state(deck.again(asking("GET", POLL), 5000))).isEqualTo("completed");
        assertThat(deck.isUsed()).isTrue();
    }

    @Test
    void with_timing_the_clock_decides() {
        Deck deck = new Deck(job(), 2);
        deck.play(asking("POST", SUBMIT), 5000);

        assertThat(deck.webhooks())
                .hasSize(1)
                .first()
                .satisfies(step -> assertThat(deck.after(step)).isEqualTo(450));
        assertThat(state(deck.again(asking("GET", POLL), 5499))).isEqualTo("processing");
        assertThat(state(deck.again(asking("GET", POLL), 5499))).isEqualTo("processing");
        assertThat(state(deck.again(asking("GET", POLL), 5500))).isEqualTo("completed");
    }

    @Test
    void a_submit_that_was_refused_and_tried_again_is_refused_once_and_then_accepted(@TempDir Path parent) {
        Folder folder = new Folder(parent);
        Exchange refused = new Exchange(
                exchange("POST", SUBMIT, "").request(), new Exchange.Response(429, Map.of(), new Body.None()), 1);
        Step call = new Step(Step.Kind.CALL, 0, refused);
        folder.write(cassette(Cassette.CALLS, 0, "", List.of(call)));
        folder.write(cassette("job-0001", 500, ID, job().steps()));
        Call submit =
                new Call("POST", SUBMIT, Map.of("authorization", List.of("Bearer any")), new byte[0], new Body.None());
        List<String> said = new ArrayList<>();

        try (Player player = new Player(folder, 0, Optional.empty(), () -> 0, said::add)) {
            assertThat(player.answer(submit).status()).isEqualTo(429);
            assertThat(player.answer(submit).status()).isEqualTo(200);
            assertThat(player.answer(submit).status()).isEqualTo(404);
            assertThat(said)
                    .containsExactly(
                            "UNMATCHED  Asked more often, or earlier, than recorded: POST " + SUBMIT + " (bearer)");
        }
    }

    @Test
    void states_that_go_back_are_breaking_though_polls_in_passing_are_not_compared() {
        Exchange late = exchange("GET", POLL, "queued");
        Step poll = job().steps().get(1);
        List<Rerun.Again> again = List.of(
                new Rerun.Again(job().steps().get(0), exchange("POST", SUBMIT, "created")),
                new Rerun.Again(poll, exchange("GET", POLL, "processing")),
                new Rerun.Again(poll, late),
                new Rerun.Again(job().steps().get(3), exchange("GET", POLL, "completed")));

        Differences differences = Differences.of(job(), URI.create("http://127.0.0.1:1"), again);

        assertThat(differences.lines()).containsExactly("the emulator goes back from processing to queued");
        assertThat(differences.breaks()).isTrue();
    }

    @Test
    void media_in_text_become_type_length_and_digest_even_when_they_are_long() {
        String clip = Base64.getEncoder().encodeToString(new byte[3_000_000]);

        assertThat(Shortening.of("{\"video\":\"data:video/mp4;base64," + clip + "\"}"))
                .matches("\\{\"video\":\"data:video/mp4;length=3000000;sha256=[0-9a-f]{64},\"}");
        assertThat(Shortening.of("x".repeat(40_000))).matches("<text of 40000 characters, sha256 [0-9a-f]{64}>");
        assertThat(Shortening.of("data:,plain")).isEqualTo("data:,plain");
    }

    @Test
    void the_webhook_of_a_submit_is_found_replaced_and_taken_out() {
        String url = "/m?a=1&webhook=http%3A%2F%2Fme%2Fhook%3Fx&b=2";

        assertThat(WebhookQuery.of(url)).hasValue("http://me/hook?x");
        assertThat(WebhookQuery.with(url, "http://r/1")).isEqualTo("/m?a=1&webhook=http%3A%2F%2Fr%2F1&b=2");
        assertThat(WebhookQuery.blank(url)).isEqualTo("/m?a=1&webhook=receiver&b=2");
        assertThat(WebhookQuery.without(url)).isEqualTo("/m?a=1&b=2");
        assertThat(WebhookQuery.without("/m?webhook=x")).isEqualTo("/m");
        assertThat(WebhookQuery.of("/m?otherwebhook=x")).isEmpty();
    }

    @Test
    void a_key_is_taken_out_wherever_it_stands_and_whatever_its_scheme() {
        Scribe scribe = new Scribe();
        byte[] bytes = "{\"note\":\"my key is plain-secret-1\"}".getBytes(StandardCharsets.UTF_8);
        Call call = new Call(
                "POST",
                "/m?k=plain-secret-1",
                Map.of("authorization", List.of("plain-secret-1")),
                bytes,
                json(new String(bytes, StandardCharsets.UTF_8)));

        Exchange.Request kept = scribe.request(call);

        assertThat(kept.auth()).isEqualTo(Auth.MALFORMED);
        assertThat(kept.toString()).doesNotContain("plain-secret-1").contains("my key is removed");
    }

    @Test
    void a_key_in_a_header_of_its_own_is_taken_out_too() {
        String body = "{\"note\":\"my key is plain-secret-1\"}";
        Call call = new Call(
                "POST",
                "/m",
                Map.of("x-api-key", List.of("plain-secret-1")),
                body.getBytes(StandardCharsets.UTF_8),
                json(body));

        Exchange.Request kept = new Scribe().request(call);

        assertThat(kept.auth()).isEqualTo(Auth.API_KEY);
        assertThat(kept.toString()).doesNotContain("plain-secret-1").contains("my key is removed");
    }
}
