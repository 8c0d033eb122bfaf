package dev.understudy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.settings.AccountLevel;
import dev.understudy.settings.Pace;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LimitsTest {

    private static final Map<String, String> JOE = Map.of("video", "https://example.com/a.mp4", "name", "Joe");
    private static final String TOO_MANY_AT_ONCE =
            "{\"code\":429,\"message\":\"You have reached your concurrency limit\"}";
    private static final String TOO_MANY_A_MINUTE =
            "{\"code\":429,\"message\":\"Too many requests. Limits reset every minute.\"}";

    @Test
    void ofTwoHundredSubmitsAtOnceBronzeTakesTwoAndRefusesTheRestForConcurrency() throws Exception {
        try (Understudy understudy =
                Understudy.builder().level(AccountLevel.BRONZE).start()) {
            Api api = new Api(understudy, "bronze");
            api.sandbox().freeze();

            Map<String, Long> answers = submitAtOnce(api, 200).stream()
                    .collect(Collectors.groupingBy(
                            answer -> answer.status() == 200 ? "accepted" : answer.text(), Collectors.counting()));
            assertThat(answers).isEqualTo(Map.of("accepted", 2L, TOO_MANY_AT_ONCE, 198L));
            assertThat(api.sandbox().journal())
                    .filteredOn(entry -> entry.notes().contains("refused: account level bronze allows 2 jobs at once"))
                    .hasSize(198);
        }
    }

    @Test
    void ofTwoHundredSubmitsAtOnceAnUnlimitedServerTakesAll() throws Exception {
        try (Understudy understudy = Understudy.builder().start()) {
            assertThat(submitAtOnce(new Api(understudy, "free"), 200))
                    .allSatisfy(answer -> assertThat(answer.status()).isEqualTo(200));
        }
    }

    @Test
    void endedJobsMakeRoomButTheMinuteHasToPassBeforeMoreAreTaken() {
        try (Understudy understudy = Understudy.builder()
                .level(AccountLevel.BRONZE)
                .pace(Pace.REALISTIC)
                .start()) {
            Api api = new Api(understudy, "bronze");
            api.sandbox().freeze();

            assertThat(api.post(Api.CHARACTERS, JOE).status()).isEqualTo(200);
            assertThat(api.post(Api.CHARACTERS, JOE).status()).isEqualTo(200);
            assertThat(api.post(Api.CHARACTERS, JOE).text()).isEqualTo(TOO_MANY_AT_ONCE);
            api.sandbox().advance(Duration.ofSeconds(40));
            assertThat(api.post(Api.CHARACTERS, JOE).text()).isEqualTo(TOO_MANY_A_MINUTE);
            api.sandbox().advance(Duration.ofSeconds(19));
            assertThat(api.post(Api.CHARACTERS, JOE).text()).isEqualTo(TOO_MANY_A_MINUTE);
            api.sandbox().advance(Duration.ofSeconds(1));
            assertThat(api.post(Api.CHARACTERS, JOE).status()).isEqualTo(200);
        }
    }

    @Test
    void eachKeyHasLimitsOfItsOwnAndRefusedInputsDoNotCount() {
        try (Understudy understudy =
                Understudy.builder().level(AccountLevel.BRONZE).start()) {
            Api one = new Api(understudy, "one");
            one.sandbox().freeze();
            for (int i = 0; i < 5; i++) {
                assertThat(one.post(Api.CHARACTERS, "{}").status()).isEqualTo(400);
            }
            assertThat(one.post(Api.CHARACTERS, JOE).status()).isEqualTo(200);
            assertThat(one.post(Api.CHARACTERS, JOE).status()).isEqualTo(200);
            assertThat(one.post(Api.CHARACTERS, JOE).status()).isEqualTo(429);
            assertThat(new Api(understudy, "other").post(Api.CHARACTERS, JOE).status())
                    .isEqualTo(200);
        }
    }

    private static List<Api.Answer> submitAtOnce(Api api, int times) throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(50);
        try {
            Callable<Api.Answer> submit = () -> api.post(Api.CHARACTERS, JOE);
            List<Future<Api.Answer>> answers =
                    callers.invokeAll(Stream.generate(() -> submit).limit(times).toList());
            return answers.stream().map(LimitsTest::get).toList();
        } finally {
            callers.shutdown();
        }
    }

    private static Api.Answer get(Future<Api.Answer> answer) {
        try {
            return answer.get();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
