package dev.understudy.contract.cassette;

import dev.understudy.contract.api.Relay;
import dev.understudy.contract.api.Reply;
import dev.understudy.contract.evidence.Body;
import dev.understudy.contract.evidence.EvidenceException;
import dev.understudy.contract.evidence.Exchange;
import dev.understudy.contract.target.ApiKey;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Asks an emulator what was recorded of another service. */
final class Sender {
    private static final String BOUNDARY = "understudy-0f3b9c6d";

    private final URI origin;
    private final Folder folder;
    private final ApiKey key;
    private final Relay relay = new Relay();
    private final Scribe scribe = new Scribe();

    Sender(URI origin, Folder folder, ApiKey key) {
        this.origin = origin;
        this.folder = folder;
        this.key = key;
    }

    /**
     * @param request with the addresses of the one that is asked
     * @throws EvidenceException when the bytes of a file are not at hand
     * @throws dev.understudy.contract.target.TargetException when nobody answers
     */
    Exchange ask(Exchange.Request request) {
        Map<String, List<String>> headers = new TreeMap<>();
        request.headers().forEach((name, value) -> headers.put(name, List.of(value)));
        byte[] body = bytes(request.body(), headers);
        switch (request.auth()) {
            case NONE -> {}
            case BEARER -> headers.put("authorization", List.of(key.authorization()));
            case API_KEY -> headers.put("x-api-key", List.of(key.withoutScheme()));
            case MALFORMED -> headers.put("authorization", List.of("malformed"));
        }
        URI uri = URI.create(origin + WebhookQuery.without(request.path()));
        long start = System.nanoTime();
        Reply reply = relay.send(request.method(), uri, headers, body);
        long tookMs = (System.nanoTime() - start) / 1_000_000;
        Call call = new Call(request.method(), request.path(), headers, body, request.body());
        Exchange.Response response = scribe.exchange(call, reply, tookMs).response();
        return new Exchange(request, response, tookMs);
    }

    private byte[] bytes(Body body, Map<String, List<String>> headers) {
        if (body instanceof Body.Json json) {
            return utf8(whole(json.value().toString()));
        }
        if (body instanceof Body.Text text) {
            return utf8(whole(text.text()));
        }
        if (body instanceof Body.Media media) {
            return file(media);
        }
        return body instanceof Body.Parts parts ? form(parts, headers) : new byte[0];
    }

    private byte[] form(Body.Parts parts, Map<String, List<String>> headers) {
        headers.put("content-type", List.of("multipart/form-data; boundary=" + BOUNDARY));
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        for (Body.Part part : parts.parts()) {
            String name = part.filename().isEmpty() ? "" : "; filename=\"" + part.filename() + "\"";
            String type = part.contentType().isEmpty() ? "" : "\r\nContent-Type: " + part.contentType();
            form.writeBytes(utf8("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + part.name() + "\""
                    + name + type + "\r\n\r\n"));
            form.writeBytes(file(part.media()));
            form.writeBytes(utf8("\r\n"));
        }
        form.writeBytes(utf8("--" + BOUNDARY + "--\r\n"));
        return form.toByteArray();
    }

    private byte[] file(Body.Media media) {
        return folder.bytes(media)
                .orElseThrow(() -> new EvidenceException("a file of " + media.length()
                        + " bytes is recorded by its digest alone; record with --keep-media"));
    }

    // What stands for a data URI would be taken for a broken one, and the answer compared in vain.
    private static String whole(String text) {
        if (text.contains(";sha256=") || text.contains(" characters, sha256 ")) {
            throw new EvidenceException("a file inside of the request is recorded by its digest alone");
        }
        return text;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
