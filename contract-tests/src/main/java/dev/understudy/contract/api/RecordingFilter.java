package dev.understudy.contract.api;

import dev.understudy.contract.evidence.Auth;
import dev.understudy.contract.evidence.Bodies;
import dev.understudy.contract.evidence.Body;
import dev.understudy.contract.evidence.Exchange;
import dev.understudy.contract.evidence.Headers;
import dev.understudy.contract.evidence.Tape;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import io.restassured.specification.MultiPartSpecification;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Puts each request and its answer on the tape, as this end saw them. */
final class RecordingFilter implements Filter {
    private final Tape tape;
    private final String path;

    /**
     * @param path as the evidence is to have it
     */
    RecordingFilter(Tape tape, String path) {
        this.tape = tape;
        this.path = path;
    }

    @Override
    public Response filter(
            FilterableRequestSpecification request, FilterableResponseSpecification response, FilterContext context) {
        // Before it is sent, since sending a form uses up its bytes.
        Exchange.Request asked = request(request);
        long start = System.nanoTime();
        Response answer = context.next(request, response);
        byte[] bytes = answer.asByteArray();
        long tookMs = (System.nanoTime() - start) / 1_000_000;
        tape.add(new Exchange(asked, response(answer, bytes), tookMs));
        return answer;
    }

    private Exchange.Request request(FilterableRequestSpecification request) {
        Map<String, String> headers = headers(request.getHeaders());
        String contentType = Optional.ofNullable(request.getContentType()).orElse("");
        if (!contentType.isEmpty()) {
            headers.put("content-type", contentType);
        }
        return new Exchange.Request(
                request.getMethod(),
                path,
                Auth.of(
                        Optional.ofNullable(headers.get("authorization")),
                        Optional.ofNullable(headers.get("x-api-key"))),
                Headers.ofRequest(headers),
                body(request, contentType));
    }

    private static Body body(FilterableRequestSpecification request, String contentType) {
        if (!request.getMultiPartParams().isEmpty()) {
            return new Body.Parts(request.getMultiPartParams().stream()
                    .map(RecordingFilter::part)
                    .toList());
        }
        return Bodies.of(contentType, bytes(request.<Object>getBody()));
    }

    private static Body.Part part(MultiPartSpecification part) {
        return new Body.Part(
                part.getControlName(),
                part.hasFileName() ? part.getFileName() : "",
                Optional.ofNullable(part.getMimeType()).orElse(""),
                Bodies.media(bytes(part.getContent())));
    }

    private static byte[] bytes(Object body) {
        if (body == null) {
            return new byte[0];
        }
        if (body instanceof byte[] bytes) {
            return bytes;
        }
        // REST Assured makes bytes of a form into a stream before it asks the filters.
        if (body instanceof ByteArrayInputStream stream) {
            byte[] bytes = stream.readAllBytes();
            stream.reset();
            return bytes;
        }
        if (body instanceof String text) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
        throw new IllegalStateException("A body that cannot be recorded: " + body.getClass());
    }

    private static Exchange.Response response(Response answer, byte[] bytes) {
        Map<String, String> headers = headers(answer.headers());
        return new Exchange.Response(
                answer.statusCode(),
                Headers.ofResponse(headers),
                Bodies.of(headers.getOrDefault("content-type", ""), bytes));
    }

    private static Map<String, String> headers(io.restassured.http.Headers headers) {
        Map<String, String> byName = new TreeMap<>();
        headers.forEach(header -> byName.putIfAbsent(header.getName().toLowerCase(Locale.ROOT), header.getValue()));
        return byName;
    }
}
