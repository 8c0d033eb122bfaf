package dev.understudy.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.understudy.contract.api.Api;
import dev.understudy.contract.api.Credential;
import dev.understudy.contract.api.OpenAi;
import dev.understudy.contract.spend.SpendException;
import dev.understudy.contract.spend.SpendRefusedException;
import dev.understudy.contract.target.TargetException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run on a server that counts as the real service. It is told what to answer, and remembers what it was asked. */
class LiveRunTest {
    private static final CaseDefinition PAID = definition("characters.create.accepted");
    private static final Map<String, Object> JOE = Map.of("video", "https://example.com/walk-3s.mp4", "name", "Joe");

    private final List<String> asked = new ArrayList<>();
    private final Map<String, Integer> answers = new HashMap<>();
    private HttpServer server;

    @TempDir
    private Path folder;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        byte[] body = "{\"code\":200}".getBytes(StandardCharsets.UTF_8);
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            String path = exchange.getRequestURI().getPath();
            asked.add(path);
            exchange.sendResponseHeaders(answers.getOrDefault(path, 200), body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        PretendLiveTarget.answerAt(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
    }

    @AfterEach
    void stop() {
        PretendLiveTarget.answerNowhere();
        server.stop(0);
    }

    @Test
    void a_run_begins_with_something_free() {
        run("0.002").begin(PAID);

        assertThat(asked).containsExactly("/api/v3/balance");
    }

    @Test
    void a_rejected_key_is_tried_once() {
        answers.put("/api/v3/balance", 403);
        Run run = run("0.002");

        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> run.begin(PAID))
                    .isInstanceOf(TargetException.class)
                    .hasMessage("The key was rejected: HTTP 403");
        }
        assertThat(asked).hasSize(1);
    }

    @Test
    void a_service_that_does_not_answer_well_is_not_paid() {
        answers.put("/api/v3/balance", 503);

        assertThatThrownBy(() -> run("0.002").begin(PAID)).isInstanceOf(TargetException.class);
    }

    @Test
    void the_third_paid_call_of_a_budget_for_two_is_not_sent() {
        Api api = run("0.002").begin(PAID);
        api.submit(Api.CHARACTERS, JOE);
        api.submit(Api.CHARACTERS, JOE);

        assertThatThrownBy(() -> api.submit(Api.CHARACTERS, JOE)).isInstanceOf(SpendRefusedException.class);
        assertThat(asked).hasSize(3);
    }

    @Test
    void a_key_in_a_header_of_its_own_is_charged_like_any_other() {
        Run run = run("0.001");
        run.begin(PAID).as(Credential.OWN_API_KEY).submit(Api.CHARACTERS, JOE);

        assertThat(run.record().orElseThrow().spentUsd()).isEqualByComparingTo("0.001");
    }

    @Test
    void what_the_price_list_does_not_have_is_not_sent() {
        Api api = run("1").begin(PAID);

        assertThatThrownBy(() -> new OpenAi(api).createVideo(Map.of("prompt", "A figure walks")))
                .isInstanceOf(SpendRefusedException.class)
                .hasMessageContaining("POST /v1/videos is not in the price list");
        assertThat(asked).hasSize(1);
    }

    @Test
    void what_was_spent_is_told_by_case() {
        Run run = run("0.002");
        run.begin(PAID).submit(Api.CHARACTERS, JOE);
        assertThat(run.record().orElseThrow().spentUsd()).isEqualByComparingTo("0.001");

        run.begin(PAID);
        assertThat(run.record().orElseThrow().spentUsd()).isZero();
        assertThat(run.record().orElseThrow().exchanges()).isEmpty();
    }

    @Test
    void a_429_is_the_last_that_is_asked() {
        answers.put("/api/v3/predictions/1/result", 429);
        Api api = run("0.002").begin(PAID);
        api.result("1");

        assertThatThrownBy(() -> api.result("1")).isInstanceOf(SpendException.class);
        assertThat(asked).hasSize(2);
    }

    @Test
    void a_ledger_that_cannot_be_trusted_ends_the_run_before_it_begins() throws IOException {
        Files.writeString(folder.resolve("spend.jsonl"), "{\"at\":\"2026-11-21T00:00:00Z\",\"usd\":\"0.0");

        assertThatThrownBy(() -> run("0.002")).isInstanceOf(SpendException.class);
        assertThat(asked).isEmpty();
    }

    @Test
    void without_a_budget_only_free_cases_are_run() {
        Run run = run("0");

        assertThat(run.skip(definition("balance.shape"))).isEmpty();
        assertThat(run.skip(PAID)).contains("BUDGET: costs USD 0.001, and the plan has USD 0 left of 0");
        assertThat(run.skip(definition("errors.foreign-prediction")).flatMap(SkipReason::in))
                .contains(SkipReason.EMULATOR_ONLY);
    }

    @Test
    void to_record_takes_a_folder() {
        assertThatThrownBy(() -> run("0", Map.of(Settings.RECORD, "true")))
                .isInstanceOf(TargetException.class)
                .hasMessageContaining("--evidence");
    }

    @Test
    void what_a_stranger_says_is_not_recorded() {
        Run run = run(
                "0",
                Map.of(
                        Settings.RECORD,
                        "true",
                        Settings.EVIDENCE,
                        folder.resolve("evidence").toString()));
        CaseDefinition balance = definition("balance.shape");
        run.begin(balance).get("/api/v3/balance");

        assertThatThrownBy(() -> run.passed(balance, 1)).hasMessageContaining("not the real service");
        assertThat(folder.resolve("evidence")).doesNotExist();
    }

    private Run run(String budget) {
        return run(budget, Map.of());
    }

    private Run run(String budget, Map<String, String> more) {
        Map<String, String> parameters = new HashMap<>(more);
        parameters.put(Settings.TARGET, "pretend-live");
        return new Run(new Settings(
                name -> Optional.ofNullable(parameters.get(name)),
                Map.of(
                        "WAVESPEED_API_KEY",
                        "some-key",
                        "CONTRACT_BUDGET_USD",
                        budget,
                        "CONTRACT_SPEND_LEDGER",
                        folder.resolve("spend.jsonl").toString())));
    }

    private static CaseDefinition definition(String id) {
        return Suite.cases().stream()
                .filter(definition -> definition.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
