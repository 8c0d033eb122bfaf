package dev.understudy.openai;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.Api.Answer;
import dev.understudy.Understudy;
import dev.understudy.settings.AccountLevel;
import dev.understudy.settings.Pace;
import dev.understudy.settings.Setting;
import dev.understudy.time.ClockMode;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Keys, limits and the headers that OpenAI's clients read. */
class OpenAiHeadersTest {

    private static final Map<String, String> RAIN = Map.of("prompt", "Rain");

    private static Understudy.Builder frozen() {
        return Understudy.builder().seed(4).clock(ClockMode.frozen());
    }

    @Test
    void everyAnswerHasTheHeadersOfTheProvider() {
        try (Understudy understudy = frozen().start()) {
            Client client = new Client(understudy, "headers");

            for (Answer answer : List.of(client.post(Client.VIDEOS, RAIN), client.retrieve("video_1"))) {
                assertThat(answer.header("x-request-id")).matches("req_[0-9a-f]{32}");
                assertThat(answer.header("openai-version")).isEqualTo("2020-10-01");
                assertThat(answer.header("openai-processing-ms")).matches("[1-9]\\d{1,2}");
                assertThat(answer.header("openai-organization")).matches("org-[0-9a-f]{16}");
            }
        }
    }

    @Test
    void requestIdsDifferAndRepeatWithTheSeed() {
        String first;
        try (Understudy understudy = frozen().start()) {
            Client client = new Client(understudy, "ids");
            first = client.retrieve("video_1").header("x-request-id");
            assertThat(client.retrieve("video_1").header("x-request-id")).isNotEqualTo(first);
        }
        try (Understudy understudy = frozen().start()) {
            assertThat(new Client(understudy, "ids").retrieve("video_1").header("x-request-id"))
                    .isEqualTo(first);
        }
    }

    @Test
    void theLimitsOfTheModelAreCountedWhetherTheyHoldOrNot() {
        try (Understudy understudy = frozen().start()) {
            Client client = new Client(understudy, "counted");
            client.post(Client.VIDEOS, RAIN);
            client.sandbox().advance(Duration.ofMillis(1_500));
            Answer second = client.post(Client.VIDEOS, RAIN);

            assertThat(second.header("x-ratelimit-limit-requests")).isEqualTo("375");
            assertThat(second.header("x-ratelimit-remaining-requests")).isEqualTo("373");
            assertThat(second.header("x-ratelimit-reset-requests")).isEqualTo("58.5s");
            Answer pro = client.post(Client.VIDEOS, Map.of("prompt", "Rain", "model", "sora-2-pro-2025-10-06"));
            assertThat(pro.header("x-ratelimit-limit-requests")).isEqualTo("150");
            assertThat(pro.header("x-ratelimit-remaining-requests")).isEqualTo("149");
        }
    }

    @ParameterizedTest
    @CsvSource({"off, ''", "on, 60"})
    void oneTooManyInAMinuteIsRefused(String retryAfter, String seconds) {
        try (Understudy understudy = frozen().level(AccountLevel.BRONZE)
                .with(Setting.RETRY_AFTER, retryAfter)
                .start()) {
            Client client = new Client(understudy, "bronze");
            Map<String, String> pro = Map.of("prompt", "Rain", "model", "sora-2-pro");
            for (int i = 0; i < 10; i++) {
                assertThat(client.post(Client.VIDEOS, pro).status()).isEqualTo(200);
            }
            Answer refused = client.post(Client.VIDEOS, pro);

            assertThat(refused.status()).isEqualTo(429);
            assertThat(refused.json().at("/error/code").asText()).isEqualTo("rate_limit_exceeded");
            assertThat(refused.header("retry-after")).isEqualTo(seconds);
            assertThat(refused.header("retry-after-ms")).isEqualTo(seconds.isEmpty() ? "" : "60000");
            assertThat(refused.header("x-ratelimit-remaining-requests")).isEqualTo("0");
            assertThat(client.post(Client.VIDEOS, RAIN).status()).isEqualTo(200);
            client.sandbox().advance(Duration.ofMinutes(1));
            assertThat(client.post(Client.VIDEOS, pro).status()).isEqualTo(200);
        }
    }

    @Test
    void whileAVideoIsNotDoneItIsSaidWhenToAskAgain() {
        try (Understudy understudy = frozen().pace(Pace.REALISTIC).start()) {
            Client client = new Client(understudy, "poller");
            Answer created = client.post(Client.VIDEOS, RAIN);
            assertThat(created.header("openai-poll-after-ms")).isEqualTo("5000");

            client.sandbox().advance(Duration.ofMinutes(5));
            Answer done = client.retrieve(created.json().path("id").asText());
            assertThat(done.json().path("status").asText()).isEqualTo("completed");
            assertThat(done.header("openai-poll-after-ms")).isEmpty();
        }
    }

    @Test
    void aCallWithoutAKeyOrWithABadOneIsToldSo() {
        try (Understudy understudy = frozen().start()) {
            Client client = new Client(understudy, "sk-secret-secret");
            Answer none = client.api().anonymous("GET", Client.VIDEOS, BodyPublishers.noBody());
            assertThat(none.status()).isEqualTo(401);
            assertThat(none.json().at("/error/message").asText()).startsWith("You didn't provide an API key.");
            assertThat(none.json().at("/error/code").isNull()).isTrue();

            Answer bad = client.get(Client.VIDEOS, "Understudy-Fault", "unauthorized");
            assertThat(bad.status()).isEqualTo(401);
            assertThat(bad.json().at("/error/code").asText()).isEqualTo("invalid_api_key");
            assertThat(bad.text()).doesNotContain("secret");
        }
    }
}
