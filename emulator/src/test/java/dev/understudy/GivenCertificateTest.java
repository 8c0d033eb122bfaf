package dev.understudy;

import static dev.understudy.Trusting.certificate;
import static dev.understudy.Trusting.client;
import static dev.understudy.Trusting.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.settings.Setting;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Key;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Certificates that somebody else has made. */
@Timeout(60)
class GivenCertificateTest {

    private static final String PASSWORD = "canary-of-a-password";

    @TempDir
    private Path folder;

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

    private static void assertRefused(Understudy.Builder builder, String why) {
        assertThatThrownBy(builder::start)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(why)
                .hasMessageNotContaining("canary");
    }

    private static Understudy.Builder with(Path certificate, String key) {
        return Understudy.builder()
                .with(Setting.TLS_CERTIFICATE, certificate.toString())
                .with(Setting.TLS_KEY, key);
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
}
