package dev.understudy.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import com.sun.net.httpserver.HttpServer;
import dev.understudy.contract.cases.openai.Samples;
import dev.understudy.contract.evidence.CaseRecord;
import dev.understudy.contract.register.Provider;
import dev.understudy.contract.report.CaseCollector;
import dev.understudy.contract.report.CaseResult;
import dev.understudy.contract.report.Outcome;
import dev.understudy.contract.target.ApiKey;
import dev.understudy.contract.target.TargetException;
import dev.understudy.contract.target.TargetKind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;

/** Whose cases are run where, on a server that answers what it is told and remembers what it was asked. */
class ProvidersTest {
    private static final String KNOCK = "/v1/videos";

    private final List<String> asked = new ArrayList<>();
    private final Map<String, Integer> answers = new HashMap<>();
    private HttpServer server;

    @TempDir
    private Path folder;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String path = exchange.getRequestURI().getPath();
            asked.add(path);
            exchange.sendResponseHeaders(answers.getOrDefault(path, 200), -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        PretendLiveTarget.answerNowhere();
        server.stop(0);
    }

    @Test
    void aCaseThatTalksToSeveralApisIsOneCase() {
        CaseResult both = result("openai.sample.both", Map.of());

        assertThat(both.outcome()).as(both.message()).isEqualTo(Outcome.PASS);
        assertThat(both.record().map(CaseRecord::exchanges).orElseThrow()).hasSize(2);
        assertThat(asked).startsWith(KNOCK, "/v1/first", "/second");
    }

    @Test
    void anApiThatTheTargetDoesNotHaveIsSkippedWithAReason() {
        answers.put(KNOCK, 404);

        CaseResult skipped = result("openai.sample.both", Map.of());

        assertThat(skipped.outcome()).isEqualTo(Outcome.SKIPPED);
        assertThat(skipped.message()).isEqualTo("NOT_SERVED: the target does not have the API of OpenAI Videos");
        assertThat(asked).containsOnly(KNOCK);
    }

    @Test
    void anApiThatRefusesIsThereAllTheSame() {
        answers.put(KNOCK, 401);

        assertThat(result("openai.sample.both", Map.of()).outcome()).isEqualTo(Outcome.PASS);
    }

    @Test
    void whatIsNotChosenIsNotAskedFor() {
        CaseResult skipped = result("openai.sample.both", Map.of(Settings.PROVIDER, "eachlabs, wavespeed"));

        assertThat(skipped.message()).isEqualTo("FILTERED: the provider is not chosen: --provider openai");
        assertThat(asked).isEmpty();
    }

    @Test
    void aRealServiceIsAskedForWavespeedAloneUnlessTold() {
        assertThat(new Settings(name -> Optional.empty(), Map.of()).providers(TargetKind.LIVE))
                .containsExactly(Provider.WAVESPEED);
        assertThat(live(Map.of()).skip(sample("openai.sample.both")).flatMap(SkipReason::in))
                .contains(SkipReason.FILTERED);
    }

    @Test
    void aKeyIsShownToItsOwnProviderAlone() {
        Map<String, String> all = Map.of("WAVESPEED_API_KEY", "of-wavespeed", "CONTRACT_API_KEY", "of-any");

        assertThat(live(all).skip(sample("openai.sample.both")))
                .contains("NO_CREDENTIALS: set OPENAI_API_KEY or OPENAI_API_KEY_FILE");
        assertThat(ApiKey.from(Map.of("OPENAI_API_KEY", "its-own"), TargetKind.LIVE, Provider.EACHLABS))
                .isEmpty();
    }

    @Test
    void aRealServiceThatIsGoneIsNotServed() {
        answers.put(KNOCK, 410);
        Run run = live(Map.of("OPENAI_API_KEY", "its-own"));

        assertThat(run.skipNotServed(sample("openai.sample.both")).flatMap(SkipReason::in))
                .contains(SkipReason.NOT_SERVED);
        assertThat(asked).containsExactly(KNOCK);
    }

    @Test
    void aMistypedProviderIsNamed() {
        Settings settings = new Settings(name -> Optional.of("openia"), Map.of());

        assertThatThrownBy(() -> settings.providers(TargetKind.EMULATOR))
                .isInstanceOf(TargetException.class)
                .hasMessage("No provider is called 'openia'; known here: wavespeed, eachlabs, sora-guide, openai");
    }

    private Run live(Map<String, String> keys) {
        PretendLiveTarget.answerAt(url());
        Map<String, String> environment = new HashMap<>(keys);
        environment.put("CONTRACT_SPEND_LEDGER", folder.resolve("spend.jsonl").toString());
        Map<String, String> parameters = new HashMap<>(Map.of(Settings.TARGET, "pretend-live"));
        if (!keys.isEmpty()) {
            parameters.put(Settings.PROVIDER, "openai");
        }
        return new Run(new Settings(name -> Optional.ofNullable(parameters.get(name)), environment));
    }

    private CaseResult result(String caseId, Map<String, String> more) {
        CaseCollector collector = new CaseCollector();
        Map<String, String> parameters = new HashMap<>(more);
        parameters.put(Settings.TARGET, url().toString());
        Suite.launcher()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(selectClass(Samples.Good.class))
                                .configurationParameters(parameters)
                                .build(),
                        collector);
        return collector.results(TargetKind.EMULATOR).stream()
                .filter(result -> result.id().equals(caseId))
                .findFirst()
                .orElseThrow();
    }

    private URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private static CaseDefinition sample(String id) {
        return CaseDefinition.in(Samples.Good.class).stream()
                .filter(definition -> definition.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
