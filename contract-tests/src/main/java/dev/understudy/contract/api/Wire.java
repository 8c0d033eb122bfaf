package dev.understudy.contract.api;

import dev.understudy.contract.target.LiveHost;
import dev.understudy.contract.target.Target;
import dev.understudy.contract.target.TargetException;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.config.HttpClientConfig;
import io.restassured.config.RedirectConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.Header;
import io.restassured.http.Method;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** The only place that sends requests. What records, prices or paces requests belongs here. */
final class Wire {
    private static final int TIMEOUT_MILLIS = 30_000;
    // Redirects are not followed: one could lead to a host that costs money.
    private static final RestAssuredConfig CONFIG = RestAssuredConfig.config()
            .redirect(RedirectConfig.redirectConfig().followRedirects(false))
            .encoderConfig(EncoderConfig.encoderConfig().appendDefaultContentCharsetToContentTypeIfUndefined(false))
            .httpClient(HttpClientConfig.httpClientConfig()
                    .setParam("http.connection.timeout", TIMEOUT_MILLIS)
                    .setParam("http.socket.timeout", TIMEOUT_MILLIS));

    private final Target target;

    Wire(Target target) {
        this.target = target;
    }

    /**
     * @param where a path on the target, or an absolute URL that the target gave away
     * @param details adds body and headers to the request
     */
    Answer send(Method method, String where, Credential credential, UnaryOperator<RequestSpecification> details) {
        URI uri = resolved(where);
        RequestSpecification request =
                details.apply(RestAssured.given().config(CONFIG).urlEncodingEnabled(false));
        if (isTarget(uri)) {
            credential.header(target).ifPresent(value -> request.header("Authorization", value));
        }
        return answer(method + " " + uri.getPath(), exchanged(request, method, uri));
    }

    Target target() {
        return target;
    }

    // REST Assured rethrows checked exceptions undeclared, so a narrower catch does not compile.
    private static Response exchanged(RequestSpecification request, Method method, URI uri) {
        try {
            return request.request(method, uri);
        } catch (Exception e) {
            throw new TargetException(
                    method + " " + uri.getPath() + " got no answer: "
                            + e.getClass().getSimpleName(),
                    e);
        }
    }

    private Answer answer(String request, Response response) {
        byte[] bytes = response.asByteArray();
        String text = target.key().redact(new String(bytes, StandardCharsets.UTF_8));
        return new Answer(
                request,
                response.statusCode(),
                response.headers().asList().stream()
                        .collect(Collectors.toMap(
                                header -> header.getName().toLowerCase(Locale.ROOT),
                                (Header header) -> target.key().redact(header.getValue()),
                                (first, second) -> first)),
                bytes,
                text);
    }

    private URI resolved(String where) {
        URI uri = target.baseUri().resolve(where);
        if (LiveHost.includes(uri) && !LiveHost.includes(target.baseUri())) {
            throw new AssertionError("The target points to the real service: " + uri.getHost());
        }
        return uri;
    }

    // The key is for the target alone: upload and download URLs may belong to another host.
    private boolean isTarget(URI uri) {
        return uri.getAuthority() != null
                && uri.getAuthority().equals(target.baseUri().getAuthority());
    }
}
