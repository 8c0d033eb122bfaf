package dev.understudy.settings;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What a server proves itself with.
 *
 * @param certificate a file with a chain in PEM, or a PKCS#12 store; empty for one made at the start
 * @param key a file with the private key in PEM, unencrypted PKCS#8; empty with PKCS#12
 * @param password of the PKCS#12 store
 */
public record Tls(Optional<Path> certificate, Optional<Path> key, String password) {

    static final String SELF_MADE = "self-made";

    static Optional<Tls> of(Settings settings) {
        String certificate = settings.text(Setting.TLS_CERTIFICATE);
        if (certificate.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Tls(
                Optional.of(certificate).filter(file -> !file.equals(SELF_MADE)).map(Path::of),
                Optional.of(settings.text(Setting.TLS_KEY))
                        .filter(file -> !file.isEmpty())
                        .map(Path::of),
                settings.text(Setting.TLS_PASSWORD)));
    }

    @Override
    public String toString() {
        return "Tls[" + certificate.map(Path::toString).orElse(SELF_MADE) + "]";
    }
}
