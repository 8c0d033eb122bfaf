package dev.understudy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.settings.AccountLevel;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeletionTest {

    private static final String PREDICTIONS = "/api/v3/predictions";
    private static final String DELETE = PREDICTIONS + "/delete";
    private static final Map<String, String> VIDEO = Map.of("prompt", "a");

    private Understudy understudy;
    private Api api;

    @BeforeEach
    void start() {
        understudy = Understudy.builder().seed(1).start();
        api = new Api(understudy, "deleter");
        api.sandbox().freeze();
    }

    @AfterEach
    void stop() {
        understudy.close();
    }

    @Test
    void aDeletedPredictionEndsInDeletedAndItsFileIsGone() {
        JsonNode job = api.run(Api.TEXT_TO_VIDEO, VIDEO);
        String id = job.path("id").asText();
        String file = URI.create(job.path("outputs").path(0).asText()).getPath();
        assertThat(api.anonymous("GET", file, BodyPublishers.noBody()).status()).isEqualTo(200);

        Api.Answer deleted = delete(id);

        assertThat(deleted.status()).isEqualTo(200);
        assertThat(deleted.text())
                .isEqualTo("{\"code\":200,\"message\":\"success\",\"data\":{\"id\":\"" + id
                        + "\",\"status\":\"deleted\"}}");
        assertThat(poll(id).data().toString())
                .isEqualTo("{\"id\":\"%s\",\"model\":\"openai/sora-2/text-to-video\",\"outputs\":[],\"urls\":%s,"
                                .formatted(id, job.path("urls"))
                        + "\"has_nsfw_contents\":[],\"status\":\"deleted\",\"created_at\":\"%s\",\"error\":\"\","
                                .formatted(job.path("created_at").asText())
                        + "\"executionTime\":0,\"timings\":{\"inference\":0}}");
        assertThat(api.anonymous("GET", file, BodyPublishers.noBody()).status()).isEqualTo(404);
        assertThat(total()).isZero();
    }

    @Test
    void aJobThatIsDeletedWhileItRunsNeverEndsOtherwise() {
        String id = submit();

        assertThat(delete(id).status()).isEqualTo(200);
        assertThat(poll(id).data().path("status").asText()).isEqualTo("deleted");
        api.sandbox().advance(Duration.ofHours(1));
        assertThat(poll(id).data().path("status").asText()).isEqualTo("deleted");
    }

    @Test
    void theEndOfADeletedJobIsToldToNobody() {
        String hook = "?webhook=" + understudy.baseUrl() + api.sandbox().inboxPath("hook");
        String kept =
                api.post(Api.TEXT_TO_VIDEO + hook, VIDEO).data().path("id").asText();
        String gone =
                api.post(Api.TEXT_TO_VIDEO + hook, VIDEO).data().path("id").asText();
        delete(gone);

        api.sandbox().advance(Duration.ofMinutes(10));

        assertThat(api.sandbox().inbox("hook"))
                .singleElement()
                .satisfies(received -> assertThat(received.body()).contains(kept));
    }

    @Test
    void manyAreDeletedAtOnceAndUnknownOnesPassedOver() {
        String first = submit();
        String second = submit();
        String third = submit();
        String others = new Api(understudy, "other")
                .post(Api.TEXT_TO_VIDEO, VIDEO)
                .data()
                .path("id")
                .asText();

        assertThat(api.post(DELETE, Map.of("ids", List.of(first, "none", third, first, others, "")))
                        .text())
                .isEqualTo("{\"code\":200,\"message\":\"success\",\"data\":{\"deleted_count\":2}}");
        assertThat(api.get(PREDICTIONS).data().path("items").findValuesAsText("id"))
                .containsExactly(second);
        assertThat(new Api(understudy, "other").get(PREDICTIONS + "/" + others).status())
                .isEqualTo(200);
    }

    @Test
    void whatIsNotThereOrIsDeletedAlreadyCannotBeDeleted() {
        String id = submit();
        delete(id);

        String notFound = "{\"code\":404,\"message\":\"Task not found\"}";
        assertThat(delete(id).text()).isEqualTo(notFound);
        assertThat(delete("none").text()).isEqualTo(notFound);
        assertThat(delete("none").status()).isEqualTo(404);
        assertThat(new Api(understudy, "other")
                        .send("DELETE", PREDICTIONS + "/" + submit(), BodyPublishers.noBody())
                        .status())
                .isEqualTo(404);
        assertThat(api.post(DELETE, Map.of("ids", List.of(id)))
                        .data()
                        .path("deleted_count")
                        .asInt())
                .isZero();
    }

    @Test
    void tenThousandIdsAreNoTrouble() {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            ids.add(submit());
        }
        IntStream.range(0, 10_000).forEach(i -> ids.add("%032x".formatted(i)));

        assertThat(api.post(DELETE, Map.of("ids", ids))
                        .data()
                        .path("deleted_count")
                        .asInt())
                .isEqualTo(50);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"ids\":null}",
                "{\"ids\":\"a\"}",
                "{\"ids\":{\"a\":1}}",
                "{\"ids\":[1]}",
                "{\"ids\":[\"a\",null]}",
                "{\"ids\":[[\"a\"]]}"
            })
    void idsAreAnArrayOfStrings(String body) {
        assertThat(api.post(DELETE, body).text())
                .isEqualTo("{\"code\":400,\"message\":\"parameter ids must be an array of strings\"}");
    }

    @Test
    void noIdsAreNoneToDelete() {
        assertThat(api.post(DELETE, "{\"ids\":[]}").data().path("deleted_count").asInt())
                .isZero();
    }

    @Test
    void deletingARunningJobFreesItsPlaceButTheMinuteStillCountsIt() {
        try (Understudy limited =
                Understudy.builder().level(AccountLevel.BRONZE).start()) {
            Api bronze = new Api(limited, "bronze");
            bronze.sandbox().freeze();
            String first =
                    bronze.post(Api.TEXT_TO_VIDEO, VIDEO).data().path("id").asText();
            bronze.post(Api.TEXT_TO_VIDEO, VIDEO);
            assertThat(bronze.post(Api.TEXT_TO_VIDEO, VIDEO).text()).contains("concurrency limit");

            bronze.send("DELETE", PREDICTIONS + "/" + first, BodyPublishers.noBody());

            assertThat(bronze.post(Api.TEXT_TO_VIDEO, VIDEO).text()).contains("reset every minute");
        }
    }

    @Test
    void aDeletedCharactersJobLeavesTheCharacterUsable() {
        JsonNode job = api.run(Api.CHARACTERS, Map.of("video", "https://example.com/a.mp4", "name", "Joe"));
        String joe = job.path("outputs").path(0).path("id").asText();

        delete(job.path("id").asText());

        Map<String, ?> withJoe = Map.of("prompt", "Joe", "characters", List.of(Map.of("id", joe)));
        assertThat(api.run(Api.TEXT_TO_VIDEO, withJoe).path("status").asText()).isEqualTo("completed");
        api.sandbox().advance(Duration.ofDays(30));
        assertThat(api.run(Api.TEXT_TO_VIDEO, withJoe).path("status").asText()).isEqualTo("completed");
    }

    @Test
    void afterSevenDaysPredictionsFilesAndUploadsAreUnknown() {
        JsonNode job = api.run(Api.TEXT_TO_VIDEO, VIDEO);
        String file = URI.create(job.path("outputs").path(0).asText()).getPath();
        String upload = URI.create(api.upload("a.mp4", Api.clip("clip-3s.mp4"))).getPath();
        String deleted = submit();
        delete(deleted);

        api.sandbox().advance(Duration.ofDays(7).minusSeconds(2));
        assertThat(poll(job.path("id").asText()).status()).isEqualTo(200);
        assertThat(api.anonymous("GET", file, BodyPublishers.noBody()).status()).isEqualTo(200);
        assertThat(api.anonymous("GET", upload, BodyPublishers.noBody()).status())
                .isEqualTo(200);
        api.sandbox().advance(Duration.ofSeconds(2));
        assertThat(poll(job.path("id").asText()).text()).isEqualTo("{\"code\":404,\"message\":\"Task not found\"}");
        assertThat(poll(deleted).status()).isEqualTo(404);
        assertThat(api.anonymous("GET", file, BodyPublishers.noBody()).status()).isEqualTo(404);
        assertThat(api.anonymous("GET", upload, BodyPublishers.noBody()).status())
                .isEqualTo(404);
    }

    private String submit() {
        return api.post(Api.TEXT_TO_VIDEO, VIDEO).data().path("id").asText();
    }

    private Api.Answer poll(String id) {
        return api.get(PREDICTIONS + "/" + id + "/result");
    }

    private Api.Answer delete(String id) {
        return api.send("DELETE", PREDICTIONS + "/" + id, BodyPublishers.noBody());
    }

    private int total() {
        return api.get(PREDICTIONS).data().path("total").asInt();
    }
}
