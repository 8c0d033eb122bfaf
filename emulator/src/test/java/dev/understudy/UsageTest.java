package dev.understudy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UsageTest {

    private static final String USAGE = "/api/v3/user/usage_stats";
    private static final Map<String, ?> JOE = Map.of("video", "https://example.com/a.mp4", "name", "Joe");
    private static final Map<String, ?> WALK = Map.of("prompt", "a walk on the beach");
    private static final Map<String, ?> DOOMED =
            Map.of("prompt", "who is this?", "characters", List.of(Map.of("id", "char_unknown")));

    private static Understudy understudy;

    @BeforeAll
    static void start() {
        understudy = Understudy.builder().start();
    }

    @AfterAll
    static void stop() {
        understudy.close();
    }

    @Test
    void usageIsCountedByModelAndDayAndWhatFailedCostsNothing() {
        Api api = frozenAtNoon("days");
        LocalDate first = today(api);
        api.post(Api.CHARACTERS, JOE);
        api.post(Api.TEXT_TO_VIDEO, WALK);
        api.post(Api.TEXT_TO_VIDEO, DOOMED);
        api.sandbox().advance(Duration.ofDays(2));
        api.post(Api.TEXT_TO_VIDEO, WALK);

        assertThat(usage(api, first, first.plusDays(3), "").text()).isEqualTo("""
                {"code":200,"message":"success","data":{"per_model_usage":[\
                {"model_uuid":"openai/sora-2/characters","model_type":"video-to-text","unit_price":0.001,\
                "total_cost":0.001,"total_count":1,"last_used_date":"%1$s"},\
                {"model_uuid":"openai/sora-2/text-to-video","model_type":"text-to-video","unit_price":0.4,\
                "total_cost":0.8,"total_count":3,"last_used_date":"%2$s"}],\
                "daily_usage":[{"date":"%1$s","amount":0.401,"count":3,"models":[\
                {"model_uuid":"openai/sora-2/characters","amount":0.001,"count":1},\
                {"model_uuid":"openai/sora-2/text-to-video","amount":0.4,"count":2}]},\
                {"date":"%2$s","amount":0.4,"count":1,"models":[\
                {"model_uuid":"openai/sora-2/text-to-video","amount":0.4,"count":1}]}],\
                "summary":{"total_cost":0.801,"total_requests":4,"success_requests":2}}}""".formatted(first, first.plusDays(2)));
        api.sandbox().advance(Duration.ofSeconds(1));
        assertThat(usage(api, first, first.plusDays(3), "")
                        .data()
                        .path("summary")
                        .path("success_requests")
                        .asInt())
                .isEqualTo(3);
    }

    @Test
    void usageIsOfTheRangeAndTheModelThatWereAskedFor() {
        Api api = frozenAtNoon("range");
        LocalDate first = today(api);
        api.post(Api.CHARACTERS, JOE);
        api.sandbox().advance(Duration.ofDays(1));
        api.post(Api.TEXT_TO_VIDEO, WALK);

        assertThat(usage(api, first, first.plusDays(1), "")
                        .data()
                        .path("summary")
                        .toString())
                .isEqualTo("{\"total_cost\":0.001,\"total_requests\":1,\"success_requests\":1}");
        assertThat(usage(api, first, first.plusDays(2), "openai/sora-2/text-to-video")
                        .data()
                        .path("summary")
                        .toString())
                .isEqualTo("{\"total_cost\":0.4,\"total_requests\":1,\"success_requests\":0}");
        assertThat(usage(api, first.minusDays(31), first, "").text())
                .isEqualTo("{\"code\":200,\"message\":\"success\",\"data\":{\"per_model_usage\":[],\"daily_usage\":[],"
                        + "\"summary\":{\"total_cost\":0,\"total_requests\":0,\"success_requests\":0}}}");
    }

    @Test
    void theMomentsAtBothEndsOfARangeBelongToIt() {
        Api api = frozenAtNoon("ends");
        String at = api.post(Api.CHARACTERS, JOE).data().path("created_at").asText();

        assertThat(api.post(USAGE, Map.of("start_time", at, "end_time", at))
                        .data()
                        .path("summary")
                        .path("total_requests")
                        .asInt())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                                                                             | missing required parameter: start_time
            {"start_time":"2025-10-01T00:00:00Z"}                                          | missing required parameter: end_time
            {"start_time":null,"end_time":null}                                            | missing required parameter: start_time
            {"start_time":1,"end_time":2}                                                  | parameter start_time must be a string
            {"start_time":"1759317210051","end_time":"1759317210052"}                      | parameter start_time must be an ISO 8601 time such as 2025-10-01T00:00:00Z
            {"start_time":"2025-10-01","end_time":"2025-10-02"}                            | parameter start_time must be an ISO 8601 time such as 2025-10-01T00:00:00Z
            {"start_time":"2025-10-01T00:00:00Z","end_time":"soon"}                        | parameter end_time must be an ISO 8601 time such as 2025-10-01T00:00:00Z
            {"start_time":"2025-10-02T00:00:00Z","end_time":"2025-10-01T00:00:00Z"}        | end_time must not be before start_time
            {"start_time":"2025-10-01T00:00:00Z","end_time":"2025-11-01T00:00:00.001Z"}    | the time range must not exceed 31 days
            {"start_time":"-999999999-01-01T00:00:00Z","end_time":"+999999999-12-31T23:59:59Z"} | the time range must not exceed 31 days
            {"start_time":"2025-10-01T00:00:00Z","end_time":"2025-10-02T00:00:00Z","model_uuid":3} | parameter model_uuid must be a string
            """)
    void aBadQuestionIsRefusedWithASentence(String body, String sentence) {
        Api.Answer answer = new Api(understudy, "bad").post(USAGE, body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("message").asText()).isEqualTo(sentence);
    }

    @Test
    void thirtyOneDaysAreNotTooMany() {
        Api.Answer answer = new Api(understudy, "month")
                .post(USAGE, Map.of("start_time", "2025-10-01T02:00:00+02:00", "end_time", "2025-11-01T00:00:00Z"));

        assertThat(answer.status()).isEqualTo(200);
    }

    private static Api.Answer usage(Api api, LocalDate from, LocalDate to, String model) {
        Map<String, String> range = Map.of("start_time", from + "T00:00:00Z", "end_time", to + "T00:00:00Z");
        Map<String, String> query = new HashMap<>(range);
        if (!model.isEmpty()) {
            query.put("model_uuid", model);
        }
        return api.post(USAGE, query);
    }

    private static LocalDate today(Api api) {
        return LocalDate.ofInstant(api.sandbox().now(), ZoneOffset.UTC);
    }

    // So that a job and its end are on one day, whenever the test runs.
    private static Api frozenAtNoon(String key) {
        Api api = new Api(understudy, key);
        api.sandbox().freeze();
        Instant noon = today(api).plusDays(1).atTime(12, 0).toInstant(ZoneOffset.UTC);
        api.sandbox().advance(Duration.between(api.sandbox().now(), noon));
        return api;
    }
}
