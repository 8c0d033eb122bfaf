package dev.understudy.contract.api;

import dev.understudy.contract.evidence.Sanitiser;
import dev.understudy.contract.evidence.Tape;
import dev.understudy.contract.spend.SpendException;
import dev.understudy.contract.spend.SpendGuard;
import dev.understudy.contract.spend.SpendRefusedException;
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
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.apache.http.client.HttpClient;
import org.apache.http.impl.client.DefaultHttpClient;

/** The only place that sends requests. What records, prices or paces requests belongs here. */
final class Wire {
    private final Target target;
    private final Optional<SpendGuard> guard;
    private final Tape tape;
    private final RestAssuredConfig config;
    private final Patience patience;

    Wire(Target target, Optional<SpendGuard> guard) {
        this(target, guard, new Patience());
    }

    private Wire(Target target, Optional<SpendGuard> guard, Patience patience) {
        this.target = target;
        this.guard = guard;
        this.patience = patience;
        this.config = config(target.pacing().answerWithin());
        this.tape = new Tape(new Sanitiser(target::redact));
    }

    /**
     * @param where a path on the target, or an absolute URL that the target gave away
     * @param details adds body and headers to the request
     */
    Answer send(Method method, String where, Credential credential, UnaryOperator<RequestSpecification> details) {
        URI uri = resolved(where);
        RequestSpecification request =
                details.apply(RestAssured.given().config(config).urlEncodingEnabled(false));
        if (isTarget(uri)) {
            credential.header(target).ifPresent(request::header);
        }
        guard.ifPresent(present -> request.filter(new SpendFilter(present, isTarget(uri))));
        request.filter(new RecordingFilter(tape, recorded(uri)));
        return answer(method + " " + uri.getPath(), exchanged(request, method, uri));
    }

    /** To the same target, with keys of its own and a tape of its own. Never to one that costs money. */
    Wire withOtherKeys() {
        return new Wire(target.withOtherKeys(), Optional.empty(), patience);
    }

    Target target() {
        return target;
    }

    Tape tape() {
        return tape;
    }

    // A request that got lost may have been charged, so it is never sent again without being asked for.
    @SuppressWarnings("deprecation")
    private static HttpClient client() {
        DefaultHttpClient client = new DefaultHttpClient();
        client.setHttpRequestRetryHandler((exception, count, context) -> false);
        return client;
    }

    // Redirects are not followed: one could lead to a host that costs money.
    private static RestAssuredConfig config(Duration answerWithin) {
        int millis = (int) answerWithin.toMillis();
        return RestAssuredConfig.config()
                .redirect(RedirectConfig.redirectConfig().followRedirects(false))
                .encoderConfig(EncoderConfig.encoderConfig().appendDefaultContentCharsetToContentTypeIfUndefined(false))
                .httpClient(HttpClientConfig.httpClientConfig()
                        .httpClientFactory(Wire::client)
                        .setParam("http.connection.timeout", millis)
                        .setParam("http.socket.timeout", millis));
    }

    // REST Assured rethrows checked exceptions undeclared, so a narrower catch does not compile.
    private Response exchanged(RequestSpecification request, Method method, URI uri) {
        patience.check();
        try {
            Response response = request.request(method, uri);
            patience.answered();
            return response;
        } catch (SpendRefusedException | SpendException e) {
            throw e;
        } catch (Exception e) {
            patience.unanswered();
            throw new TargetException(
                    method + " " + uri.getPath() + " got no answer: "
                            + e.getClass().getSimpleName(),
                    e);
        }
    }

    private Answer answer(String request, Response response) {
        byte[] bytes = response.asByteArray();
        String text = target.redact(new String(bytes, StandardCharsets.UTF_8));
        return new Answer(
                request,
                response.statusCode(),
                response.headers().asList().stream()
                        .collect(Collectors.toMap(
                                header -> header.getName().toLowerCase(Locale.ROOT),
                                (Header header) -> target.redact(header.getValue()),
                                (first, second) -> first)),
                bytes,
                text);
    }

    private URI resolved(String where) {
        URI uri = target.baseUri().resolve(where);
        if (LiveHost.includes(uri) && guard.isEmpty()) {
            throw new AssertionError("Nothing is sent to the real service without a spend guard: " + uri.getHost());
        }
        if (LiveHost.includes(uri) && !LiveHost.includes(target.baseUri())) {
            throw new AssertionError("The target points to the real service: " + uri.getHost());
        }
        return uri;
    }

    private String recorded(URI uri) {
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        return isTarget(uri) ? uri.getRawPath() + query : uri.toString();
    }

    // The key is for the target alone: upload and download URLs may belong to another host.
    private boolean isTarget(URI uri) {
        return uri.getAuthority() != null
                && uri.getAuthority().equals(target.baseUri().getAuthority());
    }
}
