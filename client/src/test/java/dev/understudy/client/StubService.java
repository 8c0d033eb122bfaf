package dev.understudy.client;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static com.github.tomakehurst.wiremock.stubbing.Scenario.STARTED;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A service that says what a test tells it to, on a free port of the loopback, one for each test. */
final class StubService implements BeforeEachCallback, AfterEachCallback {
    static final String ID = "6488c2754f6f4dfea924382fa14d11bd";
    static final String RESULT = "/api/v3/predictions/" + ID + "/result";
    static final String CHARACTERS = "/api/v3/openai/sora-2/characters";

    private WireMockServer server;

    @Override
    public void beforeEach(ExtensionContext context) {
        server = new WireMockServer(options().dynamicPort().bindAddress("127.0.0.1"));
        server.start();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        server.stop();
    }

    URI url(String path) {
        return URI.create("http://127.0.0.1:" + server.port() + path);
    }

    ClientBuilder client(ClientClock clock) {
        return new ClientBuilder(variable -> null).apiKey("k").baseUrl(url("")).clock(clock);
    }

    /** Any method; the last answer is the one that stays. */
    void answers(String path, ResponseDefinitionBuilder... answers) {
        for (int i = 0; i < answers.length; i++) {
            server.stubFor(any(urlEqualTo(path))
                    .inScenario(path)
                    .whenScenarioStateIs(state(i))
                    .willSetStateTo(state(Math.min(i + 1, answers.length - 1)))
                    .willReturn(answers[i]));
        }
    }

    private static String state(int answer) {
        return answer == 0 ? STARTED : "answer " + answer;
    }

    List<LoggedRequest> requests() {
        return server.findAll(anyRequestedFor(anyUrl()));
    }

    List<LoggedRequest> requests(String path) {
        return server.findAll(anyRequestedFor(urlEqualTo(path)));
    }

    /** A prediction in the envelope; {@code more} starts with a comma, or is empty. */
    static ResponseDefinitionBuilder prediction(String status, String outputs, String more) {
        return okJson("{\"code\":200,\"message\":\"success\",\"data\":{\"id\":\"" + ID
                + "\",\"model\":\"m\",\"outputs\":" + outputs + ",\"status\":\"" + status
                + "\",\"created_at\":\"2026-03-20T08:15:30.12Z\"" + more + "}}");
    }

    static ResponseDefinitionBuilder prediction(String status) {
        return prediction(status, "[]", "");
    }

    static ResponseDefinitionBuilder status(int status) {
        return aResponse().withStatus(status).withBody("{\"code\":" + status + ",\"message\":\"said the server\"}");
    }
}
