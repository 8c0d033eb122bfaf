package dev.understudy;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class FirstAnswerTest {

    private static final Duration NO_TIME = Duration.ZERO;
    private static final Duration LONG = Duration.ofSeconds(30);

    @Test
    void isThereOnceSomebodyHasCalled() throws Exception {
        try (Understudy understudy = Understudy.builder().start()) {
            assertThat(understudy.awaitFirstAnswer(NO_TIME, LONG)).isFalse();

            URI live = understudy.baseUrl().resolve("/__understudy/live");
            HttpClient.newHttpClient().send(HttpRequest.newBuilder(live).build(), BodyHandlers.discarding());

            assertThat(understudy.awaitFirstAnswer(NO_TIME, LONG)).isTrue();
        }
    }
}
