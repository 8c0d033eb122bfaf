package dev.understudy.contract.replay;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import com.github.tomakehurst.wiremock.verification.NearMiss;
import dev.understudy.contract.evidence.CaseEvidence;
import dev.understudy.contract.evidence.Exchange;
import dev.understudy.contract.target.Player;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Plays one case at a time. Equal requests are answered in the order in which they were, each answer once; whatever was
 * not recorded is not answered. Two cases never share a recording, since their equal requests would get in one another's way.
 */
final class Cassette implements Player {
    private final WireMockServer server;
    private final URI baseUri;

    Cassette(WireMockServer server, URI baseUri) {
        this.server = server;
        this.baseUri = baseUri;
    }

    @Override
    public void insert(CaseEvidence evidence) {
        server.resetAll();
        Stubs stubs = new Stubs(new Addresses(evidence, baseUri));
        Map<Exchange.Request, Turns> asked = new HashMap<>();
        for (Exchange exchange : evidence.exchanges()) {
            Turns turns = asked.computeIfAbsent(exchange.request(), request -> new Turns("question " + asked.size()));
            server.stubFor(turns.next(stubs.of(exchange)));
        }
    }

    @Override
    public Optional<String> complaint() {
        List<LoggedRequest> unknown = server.findAllUnmatchedRequests();
        if (!unknown.isEmpty()) {
            LoggedRequest first = unknown.get(0);
            return Optional.of("The case asks what its recording does not have: " + first.getMethod() + " "
                    + first.getUrl() + nearest());
        }
        List<StubMapping> left = server.findUnmatchedStubs().getMappings();
        return left.isEmpty()
                ? Optional.empty()
                : Optional.of("The case does not ask all that its recording has; answers left: " + left.size()
                        + ", one of them to " + left.get(0).getName());
    }

    private String nearest() {
        List<NearMiss> misses = server.findNearMissesForAllUnmatchedRequests();
        return misses.isEmpty()
                ? ""
                : "\nThe nearest that it has:\n" + misses.get(0).getDiff();
    }

    /** Equal requests, one after another. */
    private static final class Turns {
        private final String name;
        private int taken;

        Turns(String name) {
            this.name = name;
        }

        MappingBuilder next(MappingBuilder stub) {
            String state = taken == 0 ? Scenario.STARTED : String.valueOf(taken);
            taken++;
            return stub.inScenario(name).whenScenarioStateIs(state).willSetStateTo(String.valueOf(taken));
        }
    }
}
