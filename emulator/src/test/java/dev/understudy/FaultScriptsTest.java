package dev.understudy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.fault.Account;
import dev.understudy.fault.Fault;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class FaultScriptsTest {

    private static final Understudy UNDERSTUDY = Understudy.builder().seed(7).start();
    private static final Map<String, String> WALK = Map.of("prompt", "a walk on the beach");
    private static final Map<String, String> JOE = Map.of("video", "https://example.com/a.mp4", "name", "Joe");

    @AfterAll
    static void close() {
        UNDERSTUDY.close();
    }

    @Test
    void theNextTwoSubmitsAreRefusedAndThenNothingIs() {
        Api api = new Api(UNDERSTUDY, "next");
        JsonNode added = script(api, """
                {"rules": [{"fault": "rate-limited; retry-after=PT5S", "when": {"next": 2}, "on": "submit"}]}""");
        assertThat(added.at("/rules/0/id").asText()).isEqualTo("rule-1");
        assertThat(added.at("/rules/0/with/retry-after").asText()).isEqualTo("PT5S");

        assertThat(api.get("/api/v3/balance").status()).isEqualTo(200);
        assertThat(submits(api, 4)).containsExactly(429, 429, 200, 200);

        JsonNode accounts = api.get("/__understudy/faults").json();
        assertThat(accounts.path("completed").asBoolean()).isTrue();
        assertThat(accounts.path("remaining").asInt()).isZero();
        assertThat(accounts.at("/rules/0/struck").asInt()).isEqualTo(2);
        assertThat(api.sandbox().ledger().models().get(0).jobs()).isEqualTo(2);
    }

    @Test
    void rulesAreAskedInTheirOrderAndThoseBehindTheOneThatStrikesCountNothing() {
        Api api = new Api(UNDERSTUDY, "order");
        Faults faults = api.sandbox().faults();
        faults.on("submit").next(2, new Fault.ServerError(502));
        faults.on("submit").next(1, "server-error; status=503");

        assertThat(submits(api, 4)).containsExactly(502, 502, 503, 200);
        assertThat(faults.accounts()).extracting(Account::matched).containsExactly(2L, 1L);
    }

    @Test
    void everyThirdIsStruckAfterTheFirstTwoAreLetOff() {
        Api api = new Api(UNDERSTUDY, "every");
        api.sandbox().faults().on("submit").after(2).every(3, new Fault.Forbidden());

        assertThat(submits(api, 9)).containsExactly(200, 200, 200, 200, 403, 200, 200, 403, 200);
    }

    @Test
    void aRuleStrikesFromOneTimeOfTheSandboxToAnother() {
        Api api = new Api(UNDERSTUDY, "between");
        SandboxHandle sandbox = api.sandbox();
        sandbox.freeze();
        Instant from = sandbox.now().plusSeconds(60);
        sandbox.faults().between(from, from.plusSeconds(60), new Fault.ServerError(500));

        assertThat(submits(api, 1)).containsExactly(200);
        sandbox.advance(Duration.ofSeconds(60));
        assertThat(submits(api, 1)).containsExactly(500);
        sandbox.advance(Duration.ofSeconds(60));
        assertThat(submits(api, 1)).containsExactly(200);
        assertThat(sandbox.faults().accounts().get(0).completed()).isTrue();
    }

    @Test
    void chanceStrikesTheSamePositionsForTheSameSeedAndKey() {
        List<Integer> first = byChance(11);

        assertThat(first).contains(200, 503);
        assertThat(byChance(11)).isEqualTo(first);
        assertThat(byChance(12)).isNotEqualTo(first);
    }

    @Test
    void aDrawIsExplained() {
        Api api = new Api(UNDERSTUDY, "drawn");
        api.sandbox().faults().on("submit").withProbability(1, new Fault.ServerError(503));
        submits(api, 1);

        assertThat(api.sandbox().journal().get(0).notes().get(0))
                .matches("script, rule-1, strike 1: server-error; status=503, drew 0\\.\\d{4}, under 1\\.0,"
                        + " at fault/script/rule-1/1");
    }

    @Test
    void aRuleIsAboutTheModelTheNameAndTheJobThatItNames() {
        Api api = new Api(UNDERSTUDY, "filters");
        Faults faults = api.sandbox().faults();
        faults.model("openai/sora-2/char*").named("Joe").always(new Fault.Unauthorized());

        assertThat(submits(api, 1)).containsExactly(200);
        assertThat(api.post(Api.CHARACTERS, Map.of("video", "https://example.com/a.mp4", "name", "Ann"))
                        .status())
                .isEqualTo(200);
        assertThat(api.post(Api.CHARACTERS, JOE).status()).isEqualTo(401);

        String one = submit(api);
        String other = submit(api);
        faults.on("poll").prediction(one).next(1, new Fault.ServerError(500));
        assertThat(poll(api, other)).isEqualTo(200);
        assertThat(poll(api, one)).isEqualTo(500);
        assertThat(poll(api, one)).isEqualTo(200);
    }

    @Test
    void manyCallersAtOnceMeetExactlyTheNextTwo() throws Exception {
        Api api = new Api(UNDERSTUDY, "many");
        api.sandbox().faults().on("submit").next(2, new Fault.ServerError(503));
        ExecutorService callers = Executors.newFixedThreadPool(16);
        List<Future<Integer>> answers = new ArrayList<>();
        for (int i = 0; i < 64; i++) {
            answers.add(callers.submit(() -> api.post(Api.TEXT_TO_VIDEO, WALK).status()));
        }
        callers.shutdown();

        List<Integer> statuses = new ArrayList<>();
        for (Future<Integer> answer : answers) {
            statuses.add(answer.get());
        }
        assertThat(statuses).filteredOn(status -> status == 503).hasSize(2);
        assertThat(api.sandbox().faults().unspent()).isEmpty();
    }

    @Test
    void aRuleThatNeverStruckIsUnspentUntilItIsRemoved() {
        Api api = new Api(UNDERSTUDY, "unspent");
        Faults faults = api.sandbox().faults();
        faults.on("delete").always(new Fault.Forbidden());
        faults.on("submit").next(3, new Fault.Forbidden());
        submits(api, 2);

        JsonNode accounts = api.get("/__understudy/faults").json();
        assertThat(accounts.path("completed").asBoolean()).isFalse();
        assertThat(accounts.path("remaining").asInt()).isEqualTo(1);
        assertThat(accounts.path("unspent")).extracting(JsonNode::asText).containsExactly("rule-1", "rule-2");
        assertThat(delete(api, "/rule-1")).isEqualTo(204);
        assertThat(delete(api, "/rule-1")).isEqualTo(404);
        assertThat(faults.unspent()).extracting(Account::id).containsExactly("rule-2");
        assertThat(delete(api, "")).isEqualTo(204);
        assertThat(faults.accounts()).isEmpty();
    }

    @Test
    void controlCallsAreNeverStruck() {
        Api api = new Api(UNDERSTUDY, "control");
        api.sandbox().faults().always(new Fault.ServerError(500));

        assertThat(api.get("/api/v3/balance").status()).isEqualTo(500);
        assertThat(api.get("/__understudy/faults").status()).isEqualTo(200);
        assertThat(api.get("/__understudy/journal").status()).isEqualTo(200);
    }

    @Test
    void aScriptThatIsNotRightNamesThePlaceAndAddsNothing() {
        Api api = new Api(UNDERSTUDY, "wrong");
        refused(api, "{\"rules\": [{\"fault\": \"stuck\"}, {\"fault\": \"stuk\"}]}", "rules[1].fault", "stuck");
        refused(api, "{\"rules\": [{\"fault\": \"stuck\", \"wehn\": \"always\"}]}", "rules[0]", "when");
        refused(api, "{\"rules\": [{\"fault\": \"slow\", \"with\": {\"bye\": \"1s\"}}]}", "rules[0].with", "by");
        refused(api, "{\"rules\": [{\"fault\": \"slow\", \"with\": {\"by\": \"soon\"}}]}", "rules[0].with.by", "");
        refused(api, "{\"rules\": [{\"fault\": \"stuck\", \"when\": {\"next\": 0}}]}", "rules[0].when.next", "");
        refused(
                api,
                "{\"rules\": [{\"fault\": \"stuck\", \"when\": {\"next\": 1, \"every\": 2}}]}",
                "rules[0].when",
                "");
        refused(api, "{\"rules\": [{\"fault\": \"stuck\", \"on\": \"poll\"}]}", "rules[0].on", "");
        refused(api, "{\"rules\": [{\"fault\": \"reset\", \"on\": \"sumbit\"}]}", "rules[0].on", "submit");
        refused(api, "{\"rules\": []}", "rules", "");
        refused(api, "{\"rule\": []}", "rule", "rules");

        assertThat(api.sandbox().faults().accounts()).isEmpty();
    }

    private static void refused(Api api, String script, String field, String suggestion) {
        Api.Answer answer = api.post("/__understudy/faults", script);
        assertThat(answer.status()).as(script).isEqualTo(400);
        assertThat(answer.json().path("field").asText()).as(script).isEqualTo(field);
        assertThat(answer.json().path("suggestion").asText()).as(script).isEqualTo(suggestion);
    }

    private static List<Integer> byChance(long seed) {
        try (Understudy understudy = Understudy.builder().seed(seed).start()) {
            Api api = new Api(understudy, "chance");
            api.sandbox().faults().on("submit").withProbability(0.4, new Fault.ServerError(503));
            return submits(api, 30);
        }
    }

    private static JsonNode script(Api api, String script) {
        Api.Answer answer = api.post("/__understudy/faults", script);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private static List<Integer> submits(Api api, int times) {
        return IntStream.range(0, times)
                .mapToObj(i -> api.post(Api.TEXT_TO_VIDEO, WALK).status())
                .toList();
    }

    private static String submit(Api api) {
        return api.post(Api.TEXT_TO_VIDEO, WALK).data().path("id").asText();
    }

    private static int poll(Api api, String id) {
        return api.get("/api/v3/predictions/" + id + "/result").status();
    }

    private static int delete(Api api, String rule) {
        return api.send("DELETE", "/__understudy/faults" + rule, BodyPublishers.noBody())
                .status();
    }
}
