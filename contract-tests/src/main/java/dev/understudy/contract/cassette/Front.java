package dev.understudy.contract.cassette;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import dev.understudy.contract.api.Reply;
import dev.understudy.contract.replay.SameBody;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The server that clients are pointed at, on the loopback interface alone: keys pass through it. */
final class Front implements AutoCloseable {
    private static final int THREADS = 64;
    private static final String NAME = "cassettes";

    /** Answers what is asked, on any of several threads. */
    interface Answering {
        Reply answer(Call call);
    }

    private final WireMockServer server;

    /**
     * @param port 0 for one that is free
     */
    Front(int port, Answering answering) {
        server = new WireMockServer(WireMockConfiguration.options()
                .port(port)
                .bindAddress("127.0.0.1")
                .containerThreads(THREADS)
                .gzipDisabled(true)
                // It would keep requests with their keys.
                .disableRequestJournal()
                // Nobody but this class tells the server what to answer.
                .adminAuthenticator(request -> false)
                .extensions(new Passing(answering)));
        server.stubFor(WireMock.any(WireMock.anyUrl()).willReturn(WireMock.aResponse()));
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.port());
    }

    @Override
    public void close() {
        server.stop();
    }

    private record Passing(Answering answering) implements ResponseDefinitionTransformerV2 {
        @Override
        public String getName() {
            return NAME;
        }

        @Override
        public ResponseDefinition transform(ServeEvent event) {
            Reply reply = answering.answer(call(event.getRequest()));
            ResponseDefinitionBuilder answer =
                    WireMock.aResponse().withStatus(reply.status()).withBody(reply.body());
            reply.headers().forEach((name, values) -> answer.withHeader(name, values.toArray(String[]::new)));
            return answer.build();
        }

        private static Call call(Request request) {
            Map<String, List<String>> headers = new TreeMap<>();
            request.getHeaders()
                    .all()
                    .forEach(header -> headers.put(header.key().toLowerCase(Locale.ROOT), header.values()));
            byte[] bytes = request.getBody() == null ? new byte[0] : request.getBody();
            return new Call(request.getMethod().getName(), request.getUrl(), headers, bytes, SameBody.of(request));
        }
    }
}
