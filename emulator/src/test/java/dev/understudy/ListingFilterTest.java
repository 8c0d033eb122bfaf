package dev.understudy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists that are narrowed down, and words for it that do not fit. */
class ListingFilterTest {

    private static final String PREDICTIONS = "/api/v3/predictions";
    private Understudy understudy;
    private Api api;

    @BeforeEach
    void start() {
        understudy = Understudy.builder().seed(1).start();
        api = new Api(understudy, "lister");
        api.sandbox().freeze();
    }

    @AfterEach
    void stop() {
        understudy.close();
    }

    @ParameterizedTest
    @CsvSource({
        "queued, 2",
        "created, 2",
        "pending, 2",
        "processing, 0",
        "completed, 3",
        "failed, 1",
        "cancelled, 0",
        "timeout, 0",
        "deleted, 0"
    })
    void aListCanBeNarrowedDownToAStatus(String status, int expected) {
        mixed();

        JsonNode page =
                api.post(PREDICTIONS, Map.of("status", status, "page_size", 2)).data();
        assertThat(page.path("total").asInt()).isEqualTo(expected);
        assertThat(page.path("items")).hasSize(Math.min(2, expected));
        assertThat(api.get(PREDICTIONS + "?page_size=2&status=" + status).data())
                .isEqualTo(page);
    }

    @Test
    void aListCanBeNarrowedDownToAModelAndBothAtOnce() {
        mixed();

        assertThat(total(Map.of("model", "openai/sora-2/characters"))).isEqualTo(2);
        assertThat(total(Map.of("model", "openai/sora-2/characters", "status", "completed")))
                .isEqualTo(1);
        assertThat(total(Map.of("model", "no/such/model"))).isZero();
        assertThat(total(Map.of("model", "", "status", "", "created_after", "")))
                .isEqualTo(6);
    }

    @Test
    void bothTimesLeaveOutTheVeryInstant() {
        List<Instant> times = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            times.add(api.sandbox().advance(Duration.ofHours(1)).now());
            submit(1);
        }

        assertThat(total(Map.of("created_after", times.get(1).toString()))).isEqualTo(3);
        assertThat(total(Map.of("created_before", times.get(1).toString()))).isEqualTo(1);
        Map<String, String> both = Map.of(
                "created_after", times.get(0).toString(),
                "created_before", times.get(4).toString());
        assertThat(total(both)).isEqualTo(3);
        Map<String, Object> paged = new HashMap<>(both);
        paged.putAll(Map.of("page", 2, "page_size", 2));
        JsonNode secondPage = api.post(PREDICTIONS, paged).data();
        assertThat(secondPage.path("items").findValuesAsText("created_at"))
                .map(Instant::parse)
                .containsExactly(times.get(1));
        Map<String, Object> filtered = new HashMap<>(paged);
        filtered.put("status", "completed");
        assertThat(api.post(PREDICTIONS, filtered).data()).isEqualTo(secondPage);
        assertThat(total(Map.of(
                        "created_after", times.get(4).toString(),
                        "created_before", times.get(0).toString())))
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "2000-01-01, 9999-12-31, 1",
        "2000-01-01T00:00:00+05:30, 9999-12-31T23:59:59.999999999Z, 1",
        "0000-01-01T00:00Z, 0001-01-01T00:00Z, 0"
    })
    void timesMayHaveAnOffsetOrBeDates(String after, String before, int expected) {
        submit(1);

        assertThat(total(Map.of("created_after", after, "created_before", before)))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "page | 0 | a whole number from 1 to 2147483647",
                "page | -1 | a whole number from 1 to 2147483647",
                "page | 2147483648 | a whole number from 1 to 2147483647",
                "page | 1e400 | a whole number from 1 to 2147483647",
                "page | 999999999999999999999999999999 | a whole number from 1 to 2147483647",
                "page | 1.5 | a whole number from 1 to 2147483647",
                "page | \"1\" | a whole number from 1 to 2147483647",
                "page | [1] | a whole number from 1 to 2147483647",
                "page | true | a whole number from 1 to 2147483647",
                "page_size | 0 | a whole number from 1 to 100",
                "page_size | 101 | a whole number from 1 to 100",
                "page_size | {} | a whole number from 1 to 100",
                "model | 7 | a string",
                "status | [\"completed\"] | a string",
                "status | \"done\" | one of created, queued, pending, processing, completed, failed, cancelled, timeout,"
                        + " deleted",
                "include_inputs | \"yes\" | true or false",
                "include_inputs | 1 | true or false",
                "created_after | 5 | a string",
                "created_after | \"yesterday\" | a time such as 2026-01-31T12:00:00Z",
                "created_after | \"2026-02-30T00:00:00Z\" | a time such as 2026-01-31T12:00:00Z",
                "created_after | \"2026-01-31T12:00:00\" | a time such as 2026-01-31T12:00:00Z",
                "created_before | \"+999999999-12-31T23:59:59Z\" | a time such as 2026-01-31T12:00:00Z",
                "created_before | \"1790000000000\" | a time such as 2026-01-31T12:00:00Z"
            })
    void whatDoesNotFitIsRefusedWithASentence(String name, String value, String wanted) {
        Api.Answer answer = api.post(PREDICTIONS, "{\"" + name + "\":" + value + "}");

        assertThat(answer.text())
                .isEqualTo("{\"code\":400,\"message\":\"parameter " + name + " must be " + wanted + "\"}");
        assertThat(answer.status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "page=x",
                "page=-1",
                "page=9999999999999999999999",
                "page_size=1000",
                "include_inputs=TRUE",
                "status=done",
                "created_after=now",
                "created_before=2026-01-31T12:00:00+99:00"
            })
    void theSameGoesForTheQueryOfAUrl(String query) {
        Api.Answer answer = api.get(PREDICTIONS + "?" + query);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("message").asText())
                .startsWith("parameter " + query.substring(0, query.indexOf('=')) + " must be ");
    }

    private List<String> submit(int times) {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            ids.add(api.post(Api.TEXT_TO_VIDEO, Map.of("prompt", "number " + i))
                    .data()
                    .path("id")
                    .asText());
        }
        return ids;
    }

    // Three completed (one of them a character), one failed character, two that wait.
    private void mixed() {
        run(Api.CHARACTERS, Map.of("video", "https://example.com/a.mp4", "name", "Joe"));
        run(Api.CHARACTERS, Map.of("video", "https://example.com/a-9s.mp4", "name", "Joe"));
        submit(2);
        api.sandbox().advance(Duration.ofSeconds(1));
        submit(2);
    }

    private String run(String path, Map<String, ?> input) {
        return api.run(path, input).path("id").asText();
    }

    private int total(Map<String, ?> query) {
        Api.Answer answer = api.post(PREDICTIONS, query);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.data().path("total").asInt();
    }
}
