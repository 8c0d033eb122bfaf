package dev.understudy.client;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static dev.understudy.client.StubService.ID;
import static dev.understudy.client.StubService.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ListAndBalanceTest {
    private static final String LIST = "/api/v3/predictions";
    private static final String BALANCE = "/api/v3/balance";

    @RegisterExtension
    final StubService service = new StubService();

    private WaveSpeedClient client() {
        return service.client(new TestClock()).build();
    }

    @Test
    void a_page_of_predictions_is_asked_for_and_read() throws Exception {
        service.answers(
                LIST,
                okJson(
                        "{\"code\":200,\"data\":{\"page\":2,\"total\":21,\"items\":[{\"id\":\"" + ID
                                + "\",\"model\":\"m\",\"status\":\"failed\",\"code\":1402,\"error\":\"no\",\"outputs\":[]}]}}"));

        PredictionPage page = client().list(PredictionQuery.all()
                .page(2)
                .pageSize(20)
                .model("openai/sora-2/characters")
                .status(Status.FAILED)
                .createdAfter(Instant.parse("2026-03-19T00:00:00Z"))
                .createdBefore(Instant.parse("2026-03-20T00:00:00Z")));

        assertThat(page.page()).isEqualTo(2);
        assertThat(page.total()).hasValue(21);
        assertThat(page.items()).singleElement().satisfies(one -> {
            assertThat(one.id()).isEqualTo(ID);
            assertThat(one.status()).isEqualTo(Status.FAILED);
            assertThat(one.code()).hasValue(1402);
        });
        LoggedRequest sent = service.requests().get(0);
        assertThat(sent.getMethod().value()).isEqualTo("POST");
        assertThat(Answers.JSON.readTree(sent.getBodyAsString())).isEqualTo(Answers.JSON.readTree("""
                        {"page":2,"page_size":20,"model":"openai/sora-2/characters","status":"failed",
                        "created_after":"2026-03-19T00:00:00Z","created_before":"2026-03-20T00:00:00Z"}"""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"items\":null}", "{\"page\":1,\"items\":[]}"})
    void a_list_without_items_is_empty(String data) throws Exception {
        service.answers(LIST, okJson("{\"code\":200,\"data\":" + data + "}"));

        PredictionPage page = client().list(PredictionQuery.all());

        assertThat(page.items()).isEmpty();
        assertThat(page.page()).isEqualTo(1);
        assertThat(page.total()).isEmpty();
        assertThat(service.requests().get(0).getBodyAsString()).isEqualTo("{}");
    }

    @Test
    void a_list_costs_nothing_and_is_asked_for_again() throws Exception {
        service.answers(LIST, status(503), status(429), okJson("{\"code\":200,\"data\":{\"page\":1,\"items\":[]}}"));

        assertThat(client().list(PredictionQuery.all()).items()).isEmpty();
        assertThat(service.requests(LIST)).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({"12.34, 12.34", "0, 0", "0.001, 0.001", "-0.4, -0.4"})
    void the_balance_is_read_to_the_last_digit(String sent, BigDecimal expected) throws Exception {
        service.answers(BALANCE, okJson("{\"code\":200,\"data\":{\"balance\":" + sent + "}}"));

        assertThat(client().balance()).isEqualByComparingTo(expected);
        assertThat(service.requests(BALANCE).get(0).getMethod().value()).isEqualTo("GET");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"balance\":null}", "{\"balance\":\"much\"}"})
    void an_answer_without_a_balance_is_an_error_and_not_a_zero(String data) {
        service.answers(BALANCE, okJson("{\"code\":200,\"data\":" + data + "}"));

        assertThatThrownBy(() -> client().balance())
                .isInstanceOf(ApiException.class)
                .hasMessage("GET /api/v3/balance: HTTP 200: the answer has no balance");
    }
}
