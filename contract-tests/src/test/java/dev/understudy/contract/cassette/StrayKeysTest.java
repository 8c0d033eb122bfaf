package dev.understudy.contract.cassette;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.Understudy;
import dev.understudy.contract.target.ApiKey;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Secrets wherever a client can put one. None may be in a cassette, in what the recorder says, or in a comparison. */
@Timeout(60)
class StrayKeysTest {
    private static final String KEY = "stray-canary-of-the-account-11";
    private static final String SIGNED =
            "https://u:straycanary1@bucket.example/clip-3s.mp4?X-Amz-Signature=straycanary2"
                    + "&X-Amz-Security-Token=straycanary3&OSSAccessKeyId=straycanary4&api_key=straycanary5";
    private static final String CHARACTERS = "/api/v3/openai/sora-2/characters";

    @TempDir
    private Path parent;

    private final List<String> said = new ArrayList<>();

    @Test
    void none_is_in_a_cassette_or_in_what_is_said() throws Exception {
        Path folder = parent.resolve("cassettes");
        Recording plan = new Recording(folder, 0, Optional.of(BigDecimal.ZERO), true, Optional.empty(), true);
        try (Understudy understudy = Understudy.builder().port(0).start();
                Receiver receiver = new Receiver()) {
            try (RecordingProxy proxy =
                    RecordingProxy.start(understudy.baseUrl().toString(), plan, "test", said::add)) {
                everywhere(proxy.url(), hook(receiver));
                receiver.next();
                said.add(proxy.summary());
            }
            CassetteComparison.of(
                    folder, understudy.baseUrl().toString(), ApiKey.random(), Duration.ofSeconds(20), said::add);
        }

        List<String> written = lines(folder);
        assertThat(written).anyMatch(line -> line.contains("bucket.example"));
        assertThat(said).anyMatch(line -> line.startsWith("webhook delivered to"));
        assertThat(Stream.concat(written.stream(), said.stream()))
                .noneMatch(line -> line.contains("straycanary") || line.contains(KEY));
    }

    private static void everywhere(URI proxy, String hook) throws Exception {
        String clip = "{\"video\":\"" + SIGNED + "\",\"name\":\"Joe\"}";
        send(proxy, CHARACTERS + "?webhook=" + encoded(hook), clip, "Authorization", "Bearer " + KEY);
        send(proxy, CHARACTERS, "{\"video\":\"" + SIGNED + "\",\"name\":\"" + KEY + "\"}", "X-API-Key", KEY);
        send(proxy, CHARACTERS + "?api_key=straycanary6&apikey=straycanary7&x-api-key=straycanary8", clip);
        send(proxy, CHARACTERS + "?secret=straycanary9&video=" + encoded(SIGNED), clip);
        send(
                proxy,
                "/v1/prediction",
                "{\"apiKey\":\"straycanary10\",\"webhook_secret\":\"straycanary11\","
                        + "\"webhookSecret\":\"straycanary12\",\"client_secret\":\"straycanary13\",\"access_token\":\"straycanary14\","
                        + "\"authorization\":\"straycanary15\",\"webhook_url\":\"" + hook + "\"}",
                "X-API-Key",
                KEY);
        send(
                proxy,
                "/v1/prediction",
                "api_key=straycanary16&webhook_secret=straycanary17",
                "Content-Type",
                "application/x-www-form-urlencoded");
        send(
                proxy,
                "/v1/videos",
                form(),
                "Content-Type",
                "multipart/form-data; boundary=b",
                "Authorization",
                "Basic " + KEY);
        send(proxy, "/v1/prediction", "{\"api_key\":\"straycanary20\",", "X-API-Key", KEY);
        send(proxy, "/v1/prediction/" + KEY, "", "X-API-Key", KEY);
    }

    private static String form() {
        return part("prompt", "a tree") + part("api_key", "straycanary18") + part("webhook_secret", "straycanary19")
                + part("input_reference", SIGNED) + "--b--\r\n";
    }

    private static String part(String name, String value) {
        return "--b\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    }

    private static String hook(Receiver receiver) {
        return receiver.url().toString().replace("http://", "http://u:straycanary21@") + "&token=straycanary22";
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static void send(URI proxy, String path, String body, String... headers) throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(proxy.resolve(path)).POST(BodyPublishers.ofString(body));
        if (!List.of(headers).contains("Content-Type")) {
            request.header("Content-Type", "application/json");
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    }

    // One byte is one character in Latin-1, so binary files are searched as well; base64 is read.
    private static List<String> lines(Path folder) throws IOException {
        List<String> lines = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                lines.add(file.getFileName().toString());
                Files.readString(file, StandardCharsets.ISO_8859_1).lines().forEach(line -> {
                    lines.add(line);
                    if (line.contains("\"base64\" : ")) {
                        String text = line.replaceAll(".*: \"|\".*", "");
                        lines.add(new String(Base64.getDecoder().decode(text), StandardCharsets.ISO_8859_1));
                    }
                });
            }
        }
        return lines;
    }
}
