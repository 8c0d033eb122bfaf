package dev.understudy.benchmarks.ceiling;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.undertow.Undertow;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.Methods;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The ceiling: the least that answers the two calls over Undertow and Jackson. A map, a status from the time that has
 * passed, and nothing else: no keys, no journal, no faults, no limits, no prices, no webhooks.
 */
public final class BareUndertow {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int ID_LENGTH = 32;

    private record Job(String id, String name, Instant createdAt) {}

    private final Map<String, Job> jobs = new ConcurrentHashMap<>();
    private final byte[] video;
    private final long millisQueued;
    private final long millisInAll;

    private BareUndertow(byte[] video, long millisQueued, long millisInAll) {
        this.video = video;
        this.millisQueued = millisQueued;
        this.millisInAll = millisInAll;
    }

    /** @param arguments the port, the file that is every job's video, and when jobs begin and end, in milliseconds */
    public static void main(String[] arguments) throws IOException {
        BareUndertow server = new BareUndertow(
                Files.readAllBytes(Path.of(arguments[1])), Long.parseLong(arguments[2]), Long.parseLong(arguments[3]));
        Undertow.builder()
                .addHttpListener(Integer.parseInt(arguments[0]), "127.0.0.1")
                .setHandler(server::handle)
                .build()
                .start();
    }

    private void handle(HttpServerExchange exchange) {
        if (exchange.getRequestMethod().equals(Methods.POST)) {
            exchange.getRequestReceiver().receiveFullBytes(this::submit);
        } else if (exchange.getRequestMethod().equals(Methods.DELETE)) {
            jobs.clear();
            exchange.endExchange();
        } else if (exchange.getRequestPath().endsWith(".mp4")) {
            exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "video/mp4");
            exchange.getResponseSender().send(ByteBuffer.wrap(video));
        } else {
            poll(exchange);
        }
    }

    private void submit(HttpServerExchange exchange, byte[] body) {
        try {
            String name = JSON.readTree(body).path("name").asText();
            Job job = new Job(freshId(), name, Instant.now());
            jobs.put(job.id(), job);
            answer(exchange, job, "created");
        } catch (IOException e) {
            exchange.setStatusCode(400).endExchange();
        }
    }

    private void poll(HttpServerExchange exchange) {
        String path = exchange.getRequestPath();
        int end = path.lastIndexOf('/');
        Job job = end < ID_LENGTH ? null : jobs.get(path.substring(end - ID_LENGTH, end));
        if (job == null) {
            exchange.setStatusCode(404).endExchange();
        } else {
            answer(exchange, job, status(job));
        }
    }

    private String status(Job job) {
        long passed = Instant.now().toEpochMilli() - job.createdAt().toEpochMilli();
        return passed < millisQueued ? "queued" : passed < millisInAll ? "processing" : "completed";
    }

    private static String freshId() {
        HexFormat hex = HexFormat.of();
        return hex.toHexDigits(ThreadLocalRandom.current().nextLong())
                + hex.toHexDigits(ThreadLocalRandom.current().nextLong());
    }

    private static void answer(HttpServerExchange exchange, Job job, String status) {
        String base = "http://" + exchange.getHostAndPort();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeNumberField("code", 200);
            json.writeStringField("message", "success");
            json.writeObjectFieldStart("data");
            json.writeStringField("id", job.id());
            json.writeStringField("model", "openai/sora-2/characters");
            json.writeArrayFieldStart("outputs");
            if (status.equals("completed")) {
                json.writeString(base + "/media/" + job.id() + "/0.mp4");
            }
            json.writeEndArray();
            json.writeObjectFieldStart("urls");
            json.writeStringField("get", base + "/api/v3/predictions/" + job.id() + "/result");
            json.writeEndObject();
            json.writeStringField("status", status);
            json.writeStringField("created_at", job.createdAt().toString());
            json.writeStringField("error", "");
            json.writeNumberField("executionTime", 0);
            json.writeEndObject();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory does not fail", e);
        }
        exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "application/json");
        exchange.getResponseSender().send(ByteBuffer.wrap(bytes.toByteArray()));
    }
}
