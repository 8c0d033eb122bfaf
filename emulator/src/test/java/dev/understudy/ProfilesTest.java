package dev.understudy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.settings.Setting;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProfilesTest {

    private static final Map<String, String> JOE = Map.of("video", "https://example.com/a.mp4", "name", "Joe");
    private static final Map<String, String> WALK = Map.of("prompt", "a walk on the beach");

    @Test
    void aRetiredServiceKnowsNoneOfItsModelsButAnswersForOldJobsAsBefore() {
        try (Understudy understudy = Understudy.builder().profile("retired").start()) {
            Api api = new Api(understudy, "late");

            for (String model : List.of(Api.CHARACTERS, Api.TEXT_TO_VIDEO)) {
                Api.Answer answer = api.post(model, JOE);
                assertThat(answer.status()).isEqualTo(404);
                assertThat(answer.text()).isEqualTo("{\"code\":404,\"message\":\"model not found\"}");
            }
            assertThat(api.get("/api/v3/predictions/0123/result").text())
                    .isEqualTo("{\"code\":404,\"message\":\"Task not found\"}");
            assertThat(api.sandbox().journal().get(0).notes().get(0)).startsWith("profile retired: gone (");
        }
    }

    @Test
    void anUnstableServiceFallsBackInSilenceFailsLateAndIsDownForAWhile() {
        try (Understudy understudy =
                Understudy.builder().profile("unstable").seed(11).start()) {
            Api api = new Api(understudy, "tester");
            Findings found = observe(api);

            assertThat(found.down).isBetween(5, 90);
            assertThat(found.failed).isNotEmpty().allSatisfy(job -> {
                assertThat(job.path("code").asInt()).isEqualTo(1405);
                assertThat(job.path("error").asText()).isEqualTo("Task failed.");
                assertThat(job.path("executionTime").asLong()).isGreaterThan(2_000);
            });
            assertThat(found.completed).isNotEmpty().allSatisfy(job -> {
                assertThat(job.path("model").asText()).isEqualTo("openai/sora-2/text-to-video");
                assertThat(job.toString()).doesNotContain("seedance");
            });
            assertThat(api.sandbox().journal())
                    .anySatisfy(
                            entry -> assertThat(String.join(" ", entry.notes()))
                                    .contains(
                                            "profile unstable: fallback; model=bytedance/seedance-2.0/text-to-video; announced=false, drew 0."));
        }
    }

    @Test
    void onlyTheFileOfAFallbackTellsWhoMadeIt() {
        try (Understudy understudy =
                Understudy.builder().profile("unstable").seed(11).start()) {
            Api api = new Api(understudy, "tester");
            List<String> makers = observe(api).completed.stream()
                    .map(job -> URI.create(job.path("outputs").path(0).asText()))
                    .map(url -> new String(
                            api.anonymous("GET", url.getPath(), BodyPublishers.noBody())
                                    .bytes(),
                            StandardCharsets.ISO_8859_1))
                    .map(file -> file.replaceAll("(?s).*made by ([a-z0-9./-]+).*", "$1"))
                    .distinct()
                    .toList();

            assertThat(makers)
                    .containsExactlyInAnyOrder("openai/sora-2/text-to-video", "bytedance/seedance-2.0/text-to-video");
        }
    }

    @Test
    void whatAnUnstableServiceDoesIsRepeatedBySeedAndKey() {
        List<String> first = run(5, "tester");

        assertThat(run(5, "tester")).isEqualTo(first);
        assertThat(run(6, "tester")).isNotEqualTo(first);
        assertThat(run(5, "other")).isNotEqualTo(first);
    }

    @Test
    void anUnknownProfileIsRefusedWithTheListOfThoseThereAre() {
        assertThatThrownBy(() -> Understudy.builder().profile("flaky").start())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("there is no profile 'flaky'; there are stable, unstable, retired");
    }

    @Test
    void aSandboxMayHaveAnotherProfileThanTheServer() {
        try (Understudy understudy = Understudy.builder().start()) {
            Api api = new Api(understudy, "mine");
            Api other = new Api(understudy, "other");
            assertThat(api.get("/__understudy/profile").json().path("name").asText())
                    .isEqualTo("stable");
            Api.Answer chosen = choose(api, "retired");
            assertThat(chosen.json().path("name").asText()).isEqualTo("retired");

            assertThat(api.post(Api.TEXT_TO_VIDEO, WALK).status()).isEqualTo(404);
            assertThat(other.post(Api.TEXT_TO_VIDEO, WALK).status()).isEqualTo(200);
            assertThat(api.get("/__understudy/profile")
                            .json()
                            .at("/rules/0/struck")
                            .asInt())
                    .isEqualTo(1);
            assertThat(choose(api, "retird").json().path("suggestion").asText()).isEqualTo("retired");
            assertThat(choose(api, "./retired.json").status()).isEqualTo(400);
            assertThat(api.get("/__understudy/profiles").json().path("profiles"))
                    .hasSizeGreaterThan(5);
        }
    }

    @Test
    void theModelsAreGoneFromTheDayOnThatTheProfileNames() {
        try (Understudy understudy = Understudy.builder()
                .profile("sunset")
                .with(Setting.NOW, "2026-09-23T23:59:00Z")
                .with(Setting.CLOCK, "frozen")
                .start()) {
            Api api = new Api(understudy, "late");
            assertThat(api.post(Api.TEXT_TO_VIDEO, WALK).status()).isEqualTo(200);
            api.sandbox().advance(Duration.ofMinutes(1));
            assertThat(api.post(Api.TEXT_TO_VIDEO, WALK).status()).isEqualTo(404);
            assertThat(api.get("/api/v3/models").data()).isEmpty();
        }
    }

    private static Api.Answer choose(Api api, String name) {
        return api.send("PUT", "/__understudy/profile", BodyPublishers.ofString("{\"name\": \"" + name + "\"}"));
    }

    private static List<String> run(long seed, String key) {
        try (Understudy understudy =
                Understudy.builder().profile("unstable").seed(seed).start()) {
            return observe(new Api(understudy, key)).history;
        }
    }

    private static final class Findings {
        private final List<String> history = new ArrayList<>();
        private final List<JsonNode> completed = new ArrayList<>();
        private final List<JsonNode> failed = new ArrayList<>();
        private int down;
    }

    // A submit every ten seconds of the sandbox's time, for half an hour.
    private static Findings observe(Api api) {
        Findings found = new Findings();
        api.sandbox().freeze();
        for (int i = 0; i < 180; i++) {
            Api.Answer answer = api.post(Api.TEXT_TO_VIDEO, WALK);
            String id = answer.data().path("id").asText();
            api.sandbox().advance(Duration.ofSeconds(10));
            if (answer.status() == 503) {
                found.down++;
                found.history.add(answer.text());
            } else {
                end(api, id, found);
            }
        }
        return found;
    }

    private static void end(Api api, String id, Findings found) {
        Api.Answer polled = api.get("/api/v3/predictions/" + id + "/result");
        JsonNode job = polled.data();
        found.history.add(id + " " + polled.status() + " " + job.path("status").asText());
        if (job.path("status").asText().equals("completed")) {
            found.completed.add(job);
        } else if (job.path("status").asText().equals("failed")) {
            found.failed.add(job);
        }
    }
}
