package dev.understudy.client;

import static dev.understudy.client.StubService.ID;
import static dev.understudy.client.StubService.RESULT;
import static dev.understudy.client.StubService.prediction;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientBuilderTest {
    @RegisterExtension
    final StubService service = new StubService();

    private static ClientBuilder with(Map<String, String> environment) {
        return new ClientBuilder(environment::get);
    }

    @Test
    void the_environment_fills_in_key_and_base_url() throws Exception {
        service.answers(RESULT, prediction("created"));

        with(Map.of(
                        "WAVESPEED_API_KEY",
                        "from-environment",
                        "WAVESPEED_BASE_URL",
                        service.url("/").toString()))
                .build()
                .get(ID);

        assertThat(service.requests().get(0).getHeader("Authorization")).isEqualTo("Bearer from-environment");
    }

    @Test
    void what_is_said_wins_over_the_environment() throws Exception {
        service.answers(RESULT, prediction("created"));

        with(Map.of("WAVESPEED_API_KEY", "from-environment", "WAVESPEED_BASE_URL", "http://127.0.0.1:1"))
                .apiKey("said")
                .baseUrl(service.url(""))
                .build()
                .get(ID);

        assertThat(service.requests().get(0).getHeader("Authorization")).isEqualTo("Bearer said");
    }

    @Test
    void the_defaults_are_these() {
        Settings settings = with(Map.of("WAVESPEED_API_KEY", "k", "WAVESPEED_BASE_URL", " "))
                .settings();

        assertThat(settings.baseUrl()).isEqualTo("https://api.wavespeed.ai");
        assertThat(settings.connectTimeout()).isEqualTo(Duration.ofSeconds(10));
        assertThat(settings.requestTimeout()).isEqualTo(Duration.ofSeconds(30));
        assertThat(settings.pollInterval()).isEqualTo(Duration.ofSeconds(1));
        assertThat(settings.awaitTimeout()).isEqualTo(Duration.ofMinutes(10));
        assertThat(settings.retrySubmits()).isFalse();
        assertThat(settings.retries())
                .isEqualTo(
                        new RetryPolicy(5, Duration.ofSeconds(2), Duration.ofSeconds(16), 0.5, Duration.ofMinutes(1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "canary one", "canary\n", "canary\r\nX-Injected: 1", "canary\u0000", "canarÿ"})
    void a_key_that_cannot_stand_in_a_header_is_refused_without_being_shown(String key) {
        assertThatThrownBy(() -> with(Map.of()).apiKey(key).build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("No usable API key")
                .hasMessageNotContaining("canar")
                .hasNoCause();
    }

    @Test
    void no_key_at_all_is_refused() {
        assertThatThrownBy(() -> with(Map.of()).build()).hasMessageContaining("WAVESPEED_API_KEY");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://a.example", "/relative", "http://u:p@a.example", "http://a.example/?q", "http:///x"})
    void what_is_no_base_url_is_refused(String url) {
        assertThatThrownBy(() ->
                        with(Map.of()).apiKey("k").baseUrl(URI.create(url)).build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Not a base URL");
    }

    @Test
    void the_machines_clock_is_the_default() throws Exception {
        ClientClock clock = new ClientClock() {};

        assertThat(clock.now()).isBetween(Instant.now().minusSeconds(60), Instant.now());
        assertThat(clock.chance()).isBetween(0.0, 1.0);
        clock.sleep(Duration.ZERO);
        assertThat(WaveSpeedClient.builder()).isNotNull();
    }
}
