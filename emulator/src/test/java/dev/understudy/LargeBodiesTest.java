package dev.understudy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Together the bodies are three times the heap. */
@Timeout(120)
class LargeBodiesTest {

    private static final int CALLERS = 24;
    private static final int BYTES = 16 << 20;
    private static final Pattern URL = Pattern.compile("\"url\":\"([^\"]+)\"");

    @Test
    void manyAtOnceAreServedInASmallHeap() throws Exception {
        Process server = start();
        try (BufferedReader output = server.inputReader()) {
            Matcher url = URL.matcher(output.readLine());
            assertThat(url.find()).isTrue();
            URI place = URI.create(url.group(1) + Api.CHARACTERS);
            byte[] body = body();
            HttpClient client =
                    HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
            List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
            for (int caller = 0; caller < CALLERS; caller++) {
                answers.add(client.sendAsync(
                        HttpRequest.newBuilder(place)
                                .header("Authorization", "Bearer large-" + caller)
                                .POST(BodyPublishers.ofByteArray(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString()));
            }
            for (CompletableFuture<HttpResponse<String>> answer : answers) {
                assertThat(answer.get(100, TimeUnit.SECONDS).statusCode())
                        .as(answer.get().body())
                        .isEqualTo(200);
            }
        } finally {
            server.destroyForcibly();
        }
    }

    // A data URI that is no clip: the whole of it is decoded before anybody knows.
    private static byte[] body() {
        byte[] bytes = new byte[BYTES];
        Arrays.fill(bytes, (byte) 'A');
        byte[] head = "{\"name\":\"Joe\",\"video\":\"data:video/mp4;base64,".getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(head, 0, bytes, 0, head.length);
        int end = head.length + (BYTES - head.length - 2) / 4 * 4;
        byte[] exact = Arrays.copyOf(bytes, end + 2);
        exact[end] = '"';
        exact[end + 1] = '}';
        return exact;
    }

    private static Process start() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "dev.understudy.cli.Main",
                        "serve",
                        "--port",
                        "0",
                        "--log",
                        "json")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
