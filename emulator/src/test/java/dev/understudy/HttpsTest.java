package dev.understudy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.understudy.settings.Setting;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Key;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class HttpsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PASSWORD = "canary-of-a-password";

    @TempDir
    private Path folder;

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

    @ParameterizedTest
    @ValueSource(strings = {"RSA", "EC", "Ed25519"})
    void aGivenCertificateIsServedFromPemAndFromPkcs12(String kind) throws Exception {
        Path store = keystore(kind);
        KeyStore made = KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
        Certificate certificate = made.getCertificate("given");
        Path pem = pem("chain.pem", "CERTIFICATE", certificate.getEncoded());
        Key key = made.getKey("given", PASSWORD.toCharArray());
        Path keyPem = pem("key.pem", "PRIVATE KEY", key.getEncoded());
        Path both = Files.writeString(folder.resolve("both.pem"), Files.readString(keyPem) + Files.readString(pem));

        for (Understudy.Builder builder : List.of(
                with(store, "").with(Setting.TLS_PASSWORD, PASSWORD), with(pem, keyPem.toString()), with(both, ""))) {
            try (Understudy understudy = builder.start()) {
                assertThat(certificate(understudy)).isEqualTo(certificate);
                HttpClient client = client(understudy, HttpClient.Version.HTTP_2);
                assertThat(client.send(
                                        request(understudy, "/api/v3/balance").build(),
                                        HttpResponse.BodyHandlers.discarding())
                                .version())
                        .isEqualTo(HttpClient.Version.HTTP_2);
            }
        }
    }

    @Test
    void whatCannotBeUsedIsToldWithItsFileAndNothingOfItsContent() throws Exception {
        Path store = keystore("EC");
        KeyStore made = KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
        Path pem = pem("chain.pem", "CERTIFICATE", made.getCertificate("given").getEncoded());
        Path old = pem("old.pem", "RSA PRIVATE KEY", "canary-of-a-key".getBytes());
        Path broken = pem("broken.pem", "PRIVATE KEY", "canary-of-a-key".getBytes());

        assertRefused(with(folder.resolve("none.pem"), ""), "none.pem cannot be read");
        assertRefused(with(pem, ""), "chain.pem holds no unencrypted key in PKCS#8");
        assertRefused(with(pem, old.toString()), "old.pem holds no unencrypted key in PKCS#8; openssl pkcs8");
        assertRefused(with(pem, broken.toString()), "broken.pem holds a key of an unknown kind");
        assertRefused(
                with(store, "").with(Setting.TLS_PASSWORD, "canary-wrong"),
                "store.p12 is neither PEM nor a PKCS#12 store that the password opens");
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

    private static void assertRefused(Understudy.Builder builder, String why) {
        assertThatThrownBy(builder::start)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(why)
                .hasMessageNotContaining("canary");
    }

    private static Understudy selfMade() {
        return Understudy.builder().with(Setting.TLS_CERTIFICATE, "self-made").start();
    }

    private static Understudy.Builder with(Path certificate, String key) {
        return Understudy.builder()
                .with(Setting.TLS_CERTIFICATE, certificate.toString())
                .with(Setting.TLS_KEY, key);
    }

    /** A client that trusts this server and nobody else. */
    private static HttpClient client(Understudy understudy, HttpClient.Version version) throws Exception {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("understudy", certificate(understudy));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return HttpClient.newBuilder().sslContext(context).version(version).build();
    }

    private static X509Certificate certificate(Understudy understudy) throws Exception {
        try (InputStream pem = Files.newInputStream(understudy.certificate().orElseThrow())) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(pem);
        }
    }

    private static HttpRequest.Builder request(Understudy understudy, String path) {
        return HttpRequest.newBuilder(understudy.baseUrl().resolve(path)).header("Authorization", "Bearer https");
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

    private Path pem(String name, String label, byte[] content) throws IOException {
        String base64 = Base64.getMimeEncoder().encodeToString(content);
        return Files.writeString(
                folder.resolve(name), "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(label, base64, label));
    }

    private Path keystore(String kind) throws Exception {
        Path store = folder.resolve("store.p12");
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        Process made = new ProcessBuilder(
                        keytool,
                        "-genkeypair",
                        "-keyalg",
                        kind,
                        "-alias",
                        "given",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost,ip:127.0.0.1",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        PASSWORD,
                        "-keystore",
                        store.toString())
                .redirectErrorStream(true)
                .start();
        assertThat(new String(made.getInputStream().readAllBytes())).doesNotContain("Exception");
        assertThat(made.waitFor()).isZero();
        return store;
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
