package dev.understudy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BillingsTest {

    private static final String SEARCH = "/api/v3/billings/search";
    private static final String KEY = "secret-key-0123456789";
    private static final Map<String, ?> JOE = Map.of("video", "https://example.com/a.mp4", "name", "Joe");
    private static final Map<String, ?> WALK = Map.of("prompt", "a walk on the beach");
    private static final Map<String, ?> DOOMED =
            Map.of("prompt", "who is this?", "characters", List.of(Map.of("id", "char_unknown")));

    private static Understudy understudy;

    @BeforeAll
    static void start() {
        understudy = Understudy.builder().seed(3).start();
    }

    @AfterAll
    static void stop() {
        understudy.close();
    }

    @Test
    void aChargeIsShownAsDocumentedWhileTheJobWaitsAndWhenItIsDone() {
        Api api = frozen(KEY);
        JsonNode job = api.post(Api.TEXT_TO_VIDEO, WALK).data();
        String text = api.post(SEARCH, "{\"page\":1,\"page_size\":10}").text();
        JsonNode item = items(api, Map.of()).get(0);

        assertThat(text).isEqualTo("""
                {"code":200,"message":"success","data":{"page":1,"total":1,"has_more":false,"items":[\
                {"uuid":"%1$s","access_key_id":"%2$s","access_key_name":"%2$s","billing_type":"deduct","price":0.4,\
                "created_at":"%3$s","updated_at":"%3$s",\
                "order":{"uuid":"%4$s","state":"pre","price":0.4,"origin_price":0.4,"status":"","ak_id":0},\
                "prediction":{"uuid":"%5$s","model_uuid":"openai/sora-2/text-to-video","status":"created"}}]}}""".formatted(
                        item.path("uuid").asText(),
                        item.path("access_key_id").asText(),
                        job.path("created_at").asText(),
                        item.path("order").path("uuid").asText(),
                        job.path("id").asText()));
        assertThat(item.path("uuid").asText()).matches("[0-9a-f]{32}");
        api.sandbox().advance(Duration.ofSeconds(1));
        JsonNode done = items(api, Map.of()).get(0);
        assertThat(done.path("uuid")).isEqualTo(item.path("uuid"));
        assertThat(done.path("order").path("state").asText()).isEqualTo("done");
        assertThat(done.path("prediction").path("status").asText()).isEqualTo("completed");
    }

    @Test
    void aRefundIsARecordOfItsOwnInTheSameOrder() {
        Api api = frozen("refunds");
        String id = api.post(Api.TEXT_TO_VIDEO, DOOMED).data().path("id").asText();
        assertThat(items(api, Map.of("billing_type", "refund"))).isEmpty();
        Instant submitted = api.sandbox().now();
        api.sandbox().advance(Duration.ofSeconds(1));

        List<JsonNode> records = items(api, Map.of("sort", "created_at ASC"));
        assertThat(records)
                .extracting(item -> item.path("billing_type").asText())
                .containsExactly("deduct", "refund");
        assertThat(records).allSatisfy(item -> {
            assertThat(item.path("price").decimalValue()).isEqualByComparingTo("0.4");
            assertThat(item.path("order").path("uuid"))
                    .isEqualTo(records.get(0).path("order").path("uuid"));
            assertThat(item.path("prediction").path("uuid").asText()).isEqualTo(id);
            assertThat(item.path("prediction").path("status").asText()).isEqualTo("failed");
        });
        assertThat(records.get(0).path("uuid")).isNotEqualTo(records.get(1).path("uuid"));
        assertThat(Instant.parse(records.get(1).path("created_at").asText()))
                .isAfter(submitted)
                .isBefore(api.sandbox().now());
    }

    @Test
    void theKeyIsNowhereInABilling() {
        Api api = frozen(KEY + "-hidden");
        api.post(Api.CHARACTERS, JOE);

        String text = api.post(SEARCH, "{}").text();
        assertThat(text).contains("access_key_id").doesNotContain("secret").doesNotContain("0123456789");
        String id = items(api, Map.of()).get(0).path("access_key_id").asText();
        assertThat(id).matches("[0-9a-f]{16}");
        assertThat(items(api, Map.of("access_key_uuid", id))).hasSize(1);
        assertThat(items(api, Map.of("access_key_uuid", "somebody else's"))).isEmpty();
    }

    @Test
    void recordsAreFoundByModelPredictionTypeAndTime() {
        Api api = frozen("filters");
        api.post(Api.CHARACTERS, JOE);
        api.sandbox().advance(Duration.ofMinutes(1));
        JsonNode walk = api.post(Api.TEXT_TO_VIDEO, WALK).data();
        String at = walk.path("created_at").asText();
        String milliseconds = Long.toString(Instant.parse(at).toEpochMilli());
        String walkId = walk.path("id").asText();
        api.sandbox().advance(Duration.ofMinutes(1));
        String doomed = api.post(Api.TEXT_TO_VIDEO, DOOMED).data().path("id").asText();
        api.sandbox().advance(Duration.ofMinutes(1));

        assertThat(items(api, Map.of("model_uuid", "openai/sora-2/text-to-video")))
                .hasSize(3);
        assertThat(items(api, Map.of("model_uuid", "openai/sora-2/text-to-video", "billing_type", "deduct")))
                .hasSize(2);
        assertThat(items(api, Map.of("model_uuid", "no/such/model"))).isEmpty();
        assertThat(items(api, Map.of("prediction_uuids", List.of(doomed, "unknown", doomed))))
                .hasSize(2);
        assertThat(items(api, Map.of("prediction_uuids", List.of(doomed), "billing_type", "refund")))
                .hasSize(1);
        assertThat(items(api, Map.of("prediction_uuids", List.of(doomed), "end_time", at)))
                .isEmpty();
        for (String time : List.of(at, milliseconds)) {
            assertThat(items(api, Map.of("start_time", time, "end_time", time)))
                    .extracting(item -> item.path("prediction").path("uuid").asText())
                    .containsExactly(walkId);
            assertThat(items(api, Map.of("start_time", time))).hasSize(3);
            assertThat(items(api, Map.of("end_time", time))).hasSize(2);
        }
    }

    @Test
    void pagesTouchWithoutAGapInBothDirections() {
        Api api = frozen("pages");
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            ids.add(api.post(Api.CHARACTERS, JOE).data().path("id").asText());
        }
        assertThat(paged(api, "created_at ASC")).isEqualTo(ids);
        List<String> newestFirst = new ArrayList<>(ids);
        Collections.reverse(newestFirst);
        assertThat(paged(api, "created_at DESC")).isEqualTo(newestFirst);
        assertThat(items(api, Map.of()))
                .extracting(item -> item.path("prediction").path("uuid").asText())
                .isEqualTo(newestFirst.subList(0, 10));
        JsonNode far = api.post(SEARCH, Map.of("page", Integer.MAX_VALUE, "page_size", 100))
                .data();
        assertThat(far.toString()).isEqualTo("{\"page\":2147483647,\"total\":25,\"has_more\":false,\"items\":[]}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"page":0}                                | parameter page must be an integer from 1 to 2147483647
            {"page":-1}                               | parameter page must be an integer from 1 to 2147483647
            {"page":2147483648}                       | parameter page must be an integer from 1 to 2147483647
            {"page":99999999999999999999999999}       | parameter page must be an integer from 1 to 2147483647
            {"page":1.5}                              | parameter page must be an integer from 1 to 2147483647
            {"page":"1"}                              | parameter page must be an integer from 1 to 2147483647
            {"page_size":0}                           | parameter page_size must be an integer from 1 to 100
            {"page_size":101}                         | parameter page_size must be an integer from 1 to 100
            {"page_size":true}                        | parameter page_size must be an integer from 1 to 100
            {"billing_type":"gift"}                   | parameter billing_type must be one of deduct, refund
            {"billing_type":1}                        | parameter billing_type must be a string
            {"sort":"price ASC"}                      | parameter sort must be one of created_at ASC, created_at DESC
            {"prediction_uuids":"a"}                  | parameter prediction_uuids must be an array of strings
            {"prediction_uuids":[1]}                  | parameter prediction_uuids must be an array of strings
            {"prediction_uuids":[null]}               | parameter prediction_uuids must be an array of strings
            {"model_uuid":[]}                         | parameter model_uuid must be a string
            {"access_key_uuid":{}}                    | parameter access_key_uuid must be a string
            {"start_time":1759317210051}              | parameter start_time must be a string
            {"start_time":"yesterday"}                | parameter start_time must be a string of milliseconds since 1970 or an ISO 8601 time
            {"start_time":"-5"}                       | parameter start_time must be a string of milliseconds since 1970 or an ISO 8601 time
            {"end_time":"2025-13-01T00:00:00Z"}       | parameter end_time must be a string of milliseconds since 1970 or an ISO 8601 time
            {"end_time":"9999999999999999999999"}     | parameter end_time must be a string of milliseconds since 1970 or an ISO 8601 time
            {"start_time":"2000","end_time":"1000"}   | end_time must not be before start_time
            []                                        | the body must be a JSON object
            """)
    void aBadQuestionIsRefusedWithASentence(String body, String sentence) {
        Api.Answer answer = new Api(understudy, "bad").post(SEARCH, body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("code").asInt()).isEqualTo(400);
        assertThat(answer.json().path("message").asText()).isEqualTo(sentence);
    }

    @Test
    void theSameSeedGivesTheSameRecords() {
        assertThat(record(5)).isEqualTo(record(5)).isNotEqualTo(record(6));
    }

    private static String record(long seed) {
        try (Understudy same = Understudy.builder().seed(seed).start()) {
            Api api = new Api(same, "repeat");
            api.run(Api.TEXT_TO_VIDEO, DOOMED);
            List<String> seen = new ArrayList<>();
            items(api, Map.of())
                    .forEach(item -> seen.add(item.path("uuid").asText()
                            + item.path("order").path("uuid").asText()
                            + item.path("access_key_id").asText()));
            return seen.toString();
        }
    }

    private static List<String> paged(Api api, String sort) {
        List<String> ids = new ArrayList<>();
        for (int page = 1; page <= 4; page++) {
            JsonNode data = api.post(SEARCH, Map.of("page", page, "page_size", 7, "sort", sort))
                    .data();
            assertThat(data.path("total").asInt()).isEqualTo(25);
            assertThat(data.path("has_more").asBoolean()).isEqualTo(page < 4);
            data.path("items")
                    .forEach(
                            item -> ids.add(item.path("prediction").path("uuid").asText()));
        }
        return ids;
    }

    private static List<JsonNode> items(Api api, Map<String, ?> query) {
        Api.Answer answer = api.post(SEARCH, new HashMap<>(query));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        List<JsonNode> items = new ArrayList<>();
        answer.data().path("items").forEach(items::add);
        return items;
    }

    private static Api frozen(String key) {
        Api api = new Api(understudy, key);
        api.sandbox().freeze();
        return api;
    }
}
