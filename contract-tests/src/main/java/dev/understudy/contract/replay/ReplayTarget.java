package dev.understudy.contract.replay;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import dev.understudy.contract.target.TargetKind;
import dev.understudy.contract.target.TargetProvider;
import java.net.URI;
import java.util.Optional;

/** The recordings as a target. */
public final class ReplayTarget implements TargetProvider {
    @Override
    public String name() {
        return "replay";
    }

    @Override
    public TargetKind kind() {
        return TargetKind.REPLAY;
    }

    @Override
    public Started start() {
        WireMockServer server = new WireMockServer(WireMockConfiguration.options()
                .dynamicPort()
                .bindAddress("127.0.0.1")
                .gzipDisabled(true));
        server.start();
        URI baseUri = URI.create("http://127.0.0.1:" + server.port());
        return new Started(baseUri, server::stop, Optional.of(new Cassette(server, baseUri)));
    }
}
