package dev.understudy;

import static dev.understudy.Trusting.certificate;
import static dev.understudy.Trusting.client;
import static dev.understudy.Trusting.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.understudy.settings.Setting;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The server over TLS, as clients of its provider's APIs see it. */
@Timeout(60)
class HttpsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @EnumSource(HttpClient.Version.class)
    void aJobRunsFromUploadToVideoUnderUrlsThatSayHttps(HttpClient.Version version) throws Exception {
        try (Understudy understudy = selfMade()) {
            assertThat(understudy.baseUrl()).hasScheme("https");
            HttpClient client = client(understudy, version);
            String url = JSON.readTree(send(
                                    client,
                                    understudy,
                                    "/api/v3/media/uploads",
                                    BodyPublishers.ofString("{\"filename\":\"a.mp4\",\"size\":1}"))
                            .body())
                    .path("data")
                    .path("download_url")
                    .asText();
            assertThat(url).startsWith(understudy.baseUrl().toString());
            HttpResponse<byte[]> put = client.send(
                    HttpRequest.newBuilder(URI.create(url))
                            .PUT(BodyPublishers.ofByteArray(Api.clip("clip-3s.mp4")))
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
            assertThat(put.statusCode()).isEqualTo(200);
            assertThat(put.version()).isEqualTo(version);

            JsonNode made = submit(
                    client,
                    understudy,
                    Api.CHARACTERS,
                    "{\"video\":\"" + url + "\",\"name\":\"Joe\",\"enable_sync_mode\":true}");
            assertThat(made.path("status").asText()).isEqualTo("completed");
            JsonNode filmed =
                    submit(client, understudy, Api.TEXT_TO_VIDEO, "{\"prompt\":\"a cat\",\"enable_sync_mode\":true}");
            String output = filmed.path("outputs").path(0).asText();
            assertThat(output).startsWith(understudy.baseUrl().toString());
            assertThat(get(client, output)).startsWith(0, 0, 0).hasSizeGreaterThan(10_000);
        }
    }

    @ParameterizedTest
    @CsvSource({"HTTP_1_1, reset", "HTTP_1_1, truncated", "HTTP_1_1, empty-reply", "HTTP_2, reset", "HTTP_2, truncated"
    })
    void faultsOnTheWireHarmOneConnectionOnly(HttpClient.Version version, String fault) throws Exception {
        try (Understudy understudy = selfMade()) {
            HttpClient client = client(understudy, version);

            assertThatThrownBy(() -> client.send(
                            request(understudy, "/api/v3/balance")
                                    .header("Understudy-Fault", fault)
                                    .build(),
                            HttpResponse.BodyHandlers.ofByteArray()))
                    .isInstanceOf(IOException.class);
            assertThat(client.send(
                                    request(understudy, "/api/v3/balance").build(),
                                    HttpResponse.BodyHandlers.discarding())
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void aHundredCallsShareOneConnection() throws Exception {
        try (Understudy understudy = selfMade()) {
            HttpClient client = client(understudy, HttpClient.Version.HTTP_2);
            List<CompletableFuture<HttpResponse<Void>>> answers = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                BodyPublisher body = BodyPublishers.ofString("{\"prompt\":\"" + "la ".repeat(30_000) + "\"}");
                answers.add(client.sendAsync(
                        request(understudy, Api.TEXT_TO_VIDEO).POST(body).build(),
                        HttpResponse.BodyHandlers.discarding()));
            }
            for (CompletableFuture<HttpResponse<Void>> answer : answers) {
                assertThat(answer.get(30, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
            }
        }
    }

    @Test
    void whoDoesNotTrustTheCertificateDoesNotGetThrough() {
        try (Understudy understudy = selfMade()) {
            assertThatThrownBy(() -> HttpClient.newHttpClient()
                            .send(
                                    request(understudy, "/api/v3/balance").build(),
                                    HttpResponse.BodyHandlers.discarding()))
                    .isInstanceOf(SSLHandshakeException.class);
        }
    }

    @Test
    void theSelfMadeCertificateIsForThisMachinesNamesAndLastsAYear() throws Exception {
        try (Understudy understudy = selfMade()) {
            X509Certificate made = certificate(understudy);

            made.verify(made.getPublicKey());
            made.checkValidity();
            assertThat(made.getSubjectAlternativeNames())
                    .extracting(name -> name.get(1).toString())
                    .contains("localhost", "127.0.0.1", "0:0:0:0:0:0:0:1");
            assertThat(made.getBasicConstraints()).isNotNegative();
            try (Understudy another = selfMade()) {
                assertThat(certificate(another)).isNotEqualTo(made);
            }
        }
    }

    @Test
    void curlGetsThroughWithTheCertificateThatIsPrinted() throws Exception {
        org.junit.jupiter.api.Assumptions.assumeTrue(isThere("curl"), "there is no curl here");
        try (Understudy understudy = selfMade()) {
            String file = understudy.certificate().orElseThrow().toString();
            for (String version : List.of("--http1.1", "--http2")) {
                Process curl = new ProcessBuilder(
                                "curl",
                                "-sS",
                                version,
                                "--cacert",
                                file,
                                "-H",
                                "Authorization: Bearer any",
                                "-w",
                                " %{http_code} %{http_version}",
                                understudy.baseUrl() + "/api/v3/balance")
                        .redirectErrorStream(true)
                        .start();
                String said = new String(curl.getInputStream().readAllBytes());
                assertThat(said).contains(" 200 ").endsWith(version.equals("--http2") ? " 2" : " 1.1");
            }
        }
    }

    @Test
    void inTheClearHttp2IsSpokenOnlyIfAskedFor() throws Exception {
        HttpClient upgrading = HttpClient.newHttpClient();
        try (Understudy plain = Understudy.builder().start();
                Understudy both =
                        Understudy.builder().with(Setting.HTTP2, "everywhere").start()) {
            assertThat(version(upgrading, plain)).isEqualTo(HttpClient.Version.HTTP_1_1);
            assertThat(version(upgrading, both)).isEqualTo(HttpClient.Version.HTTP_2);
            assertThat(version(upgrading, both)).isEqualTo(HttpClient.Version.HTTP_2);
        }
    }

    private static HttpClient.Version version(HttpClient client, Understudy understudy) throws Exception {
        HttpResponse<String> answer =
                client.send(request(understudy, "/api/v3/balance").build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.version();
    }

    private static Understudy selfMade() {
        return Understudy.builder().with(Setting.TLS_CERTIFICATE, "self-made").start();
    }

    private static HttpResponse<byte[]> send(HttpClient client, Understudy understudy, String path, BodyPublisher body)
            throws Exception {
        return client.send(request(understudy, path).POST(body).build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private static JsonNode submit(HttpClient client, Understudy understudy, String path, String body)
            throws Exception {
        return JSON.readTree(send(client, understudy, path, BodyPublishers.ofString(body))
                        .body())
                .path("data");
    }

    private static byte[] get(HttpClient client, String url) throws Exception {
        return client.send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofByteArray())
                .body();
    }

    private static boolean isThere(String command) throws InterruptedException {
        try {
            return new ProcessBuilder(command, "--version")
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
