package dev.understudy.openai;

import dev.understudy.Api;
import dev.understudy.Api.Answer;
import dev.understudy.SandboxHandle;
import dev.understudy.Understudy;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

/** A caller of OpenAI's API with one key, for tests; each answer is held against its document by {@link Api}. */
final class Client {

    static final String CHARACTERS = "/v1/videos/characters";
    static final String VIDEOS = "/v1/videos";

    private static final String BOUNDARY = "a-boundary";

    private final Api api;

    Client(Understudy understudy, String key) {
        this.api = new Api(understudy, key);
    }

    Api api() {
        return api;
    }

    SandboxHandle sandbox() {
        return api.sandbox();
    }

    /** The parts of a multipart form, as bytes. */
    static final class Form {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        Form text(String name, String value) {
            return part("name=\"" + name + "\"", null, value.getBytes(StandardCharsets.UTF_8));
        }

        Form file(String name, String fileName, String type, byte[] content) {
            return part("name=\"%s\"; filename=\"%s\"".formatted(name, fileName), type, content);
        }

        /** As one of the provider's clients sends bytes. */
        Form nameless(String name, byte[] content) {
            return part("name=\"" + name + "\"", "application/octet-stream", content);
        }

        private Form part(String disposition, String type, byte[] content) {
            String head = "--%s\r\nContent-Disposition: form-data; %s\r\n%s\r\n"
                    .formatted(BOUNDARY, disposition, type == null ? "" : "Content-Type: " + type + "\r\n");
            bytes.writeBytes(head.getBytes(StandardCharsets.UTF_8));
            bytes.writeBytes(content);
            bytes.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
            return this;
        }

        private byte[] closed() {
            return (bytes.toString(StandardCharsets.ISO_8859_1) + "--" + BOUNDARY + "--\r\n")
                    .getBytes(StandardCharsets.ISO_8859_1);
        }
    }

    Answer get(String path, String... headers) {
        return api.get(path, headers);
    }

    Answer post(String path, Map<String, ?> body) {
        return api.post(path, body);
    }

    Answer post(String path, Form form) {
        return api.send(
                "POST",
                path,
                BodyPublishers.ofByteArray(form.closed()),
                "Content-Type",
                "multipart/form-data; boundary=" + BOUNDARY);
    }

    /** Makes a character of a good clip and returns its id. */
    String character(String name) {
        Answer answer = post(CHARACTERS, clip("clip-3s.mp4").text("name", name));
        if (answer.status() != 200) {
            throw new AssertionError("refused: " + answer.text());
        }
        return answer.json().path("id").asText();
    }

    static Form clip(String name) {
        return new Form().file("video", name, "video/mp4", Api.clip(name));
    }

    /** Starts a video, pushes the clock past its end and returns its id. */
    String video(Map<String, ?> input) {
        Answer answer = post(VIDEOS, input);
        if (answer.status() != 200) {
            throw new AssertionError("refused: " + answer.text());
        }
        sandbox().advance(Duration.ofSeconds(1));
        return answer.json().path("id").asText();
    }

    Answer retrieve(String video) {
        return get(VIDEOS + "/" + video);
    }

    Answer delete(String video) {
        return api.send("DELETE", VIDEOS + "/" + video, BodyPublishers.noBody());
    }
}
