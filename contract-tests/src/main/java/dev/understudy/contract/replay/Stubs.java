package dev.understudy.contract.replay;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.request;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;

import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.matching.StringValuePattern;
import dev.understudy.contract.evidence.Auth;
import dev.understudy.contract.evidence.Body;
import dev.understudy.contract.evidence.Exchange;

/** From one recorded exchange to one stub. */
final class Stubs {
    private static final String BEARER = "Bearer \\S+";

    private final Addresses addresses;

    Stubs(Addresses addresses) {
        this.addresses = addresses;
    }

    MappingBuilder of(Exchange exchange) {
        Exchange.Request asked = exchange.request();
        MappingBuilder stub = request(asked.method(), urlEqualTo(addresses.path(asked)))
                .withName(asked.method() + " " + asked.path())
                .willReturn(answer(exchange.response()));
        // No key ever goes to another host; here all hosts are one, so the kit takes this one for the target.
        if (!Addresses.isElsewhere(asked)) {
            authorize(stub, asked.auth());
        }
        asked.headers().forEach((name, value) -> stub.withHeader(name, header(value)));
        if (asked.body() instanceof Body.Json json) {
            stub.withRequestBody(equalToJson(addresses.translated(json.value().toString()), false, false));
        } else if (asked.body() instanceof Body.Text text) {
            stub.withRequestBody(equalTo(addresses.translated(text.text())));
        } else {
            stub.andMatching(new SameBody(asked.body()));
        }
        return stub;
    }

    private static void authorize(MappingBuilder stub, Auth auth) {
        switch (auth) {
            case NONE -> stub.withHeader("Authorization", absent()).withHeader("X-API-Key", absent());
            case BEARER -> stub.withHeader("Authorization", matching(BEARER));
            case API_KEY -> stub.withHeader("X-API-Key", matching("\\S+"));
            case MALFORMED -> stub.withHeader("Authorization", matching("(?!" + BEARER + "$).*"));
        }
    }

    // The boundary of a form is not recorded.
    private static StringValuePattern header(String value) {
        return value.startsWith("multipart/") ? matching(value + ".*") : equalTo(value);
    }

    private ResponseDefinitionBuilder answer(Exchange.Response response) {
        ResponseDefinitionBuilder answer = aResponse().withStatus(response.status());
        response.headers().forEach((name, value) -> answer.withHeader(name, addresses.translated(value)));
        if (response.body() instanceof Body.Json json) {
            return answer.withBody(addresses.translated(json.value().toString()));
        }
        if (response.body() instanceof Body.Text text) {
            return answer.withBody(addresses.translated(text.text()));
        }
        return response.body() instanceof Body.Media media ? answer.withBody(KnownMedia.bytes(media)) : answer;
    }
}
