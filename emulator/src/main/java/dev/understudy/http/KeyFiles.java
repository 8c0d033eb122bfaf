package dev.understudy.http;

import dev.understudy.settings.Tls;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Certificates and keys as people have them in files. No message repeats anything of a key or a password. */
final class KeyFiles {

    private static final Pattern KEY =
            Pattern.compile("-----BEGIN ([A-Z ]*)PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END \\1PRIVATE KEY-----");
    private static final List<String> KINDS = List.of("EC", "RSA", "Ed25519", "Ed448");

    private KeyFiles() {}

    /** @throws IllegalArgumentException if there is no key with its certificate; the message says what is missing */
    static Identity read(Path certificate, Tls tls) {
        byte[] bytes = bytes(certificate);
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        if (!text.contains("-----BEGIN")) {
            return store(certificate, bytes, tls.password().toCharArray());
        }
        // Some keep both in one file.
        Path keyFile = tls.key().orElse(certificate);
        PrivateKey key = key(keyFile, new String(bytes(keyFile), StandardCharsets.ISO_8859_1));
        return new Identity(key, chain(certificate, bytes));
    }

    private static List<X509Certificate> chain(Path file, byte[] pem) {
        try {
            List<X509Certificate> chain =
                    CertificateFactory.getInstance("X.509")
                            .generateCertificates(new ByteArrayInputStream(certificatesOf(pem)))
                            .stream()
                            .map(X509Certificate.class::cast)
                            .toList();
            if (!chain.isEmpty()) {
                return chain;
            }
        } catch (GeneralSecurityException e) {
            throw unusable(file, "holds no certificate that can be read", e);
        }
        throw unusable(file, "holds no certificate", null);
    }

    // The factory stumbles over a key that stands between them.
    private static byte[] certificatesOf(byte[] pem) {
        String text = new String(pem, StandardCharsets.ISO_8859_1);
        return KEY.matcher(text).replaceAll("").getBytes(StandardCharsets.ISO_8859_1);
    }

    private static PrivateKey key(Path file, String pem) {
        Matcher found = KEY.matcher(pem);
        if (!found.find() || !found.group(1).isEmpty()) {
            throw unusable(
                    file,
                    "holds no unencrypted key in PKCS#8; openssl pkcs8 -topk8 -nocrypt makes one of other kinds",
                    null);
        }
        PKCS8EncodedKeySpec encoded = new PKCS8EncodedKeySpec(Identity.decode(found.group(2)));
        return Stream.of(KINDS)
                .flatMap(List::stream)
                .flatMap(kind -> key(kind, encoded))
                .findFirst()
                .orElseThrow(() -> unusable(file, "holds a key of an unknown kind", null));
    }

    private static Stream<PrivateKey> key(String kind, PKCS8EncodedKeySpec encoded) {
        try {
            return Stream.of(KeyFactory.getInstance(kind).generatePrivate(encoded));
        } catch (InvalidKeySpecException e) {
            return Stream.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has keys of the kind " + kind, e);
        }
    }

    private static Identity store(Path file, byte[] bytes, char[] password) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(new ByteArrayInputStream(bytes), password);
            for (String name : Collections.list(store.aliases())) {
                if (store.getKey(name, password) instanceof PrivateKey key) {
                    Certificate[] chain = store.getCertificateChain(name);
                    return new Identity(
                            key,
                            Stream.of(chain).map(X509Certificate.class::cast).toList());
                }
            }
        } catch (GeneralSecurityException | IOException e) {
            throw unusable(file, "is neither PEM nor a PKCS#12 store that the password opens", e);
        }
        throw unusable(file, "is a PKCS#12 store without a key", null);
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw unusable(file, "cannot be read: " + e.getMessage(), e);
        }
    }

    private static IllegalArgumentException unusable(Path file, String why, Exception cause) {
        return new IllegalArgumentException("the file %s %s".formatted(file, why), cause);
    }
}
