package dev.understudy.http;

import dev.understudy.settings.Tls;
import dev.understudy.store.Scratch;
import dev.understudy.time.Wall;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * Who a server is, over TLS.
 *
 * @param chain the certificate of the key first
 */
record Identity(PrivateKey key, List<X509Certificate> chain) {

    Identity {
        chain = List.copyOf(chain);
    }

    /**
     * The one that settings ask for.
     *
     * @param host what is listened on
     * @throws IllegalArgumentException if a file cannot be used; the message says which, and why
     */
    static Identity of(Tls tls, String host) {
        try {
            return tls.certificate().isEmpty()
                    ? SelfMade.make(host, new Wall().instant())
                    : KeyFiles.read(tls.certificate().get(), tls);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java cannot make a certificate: " + e.getMessage(), e);
        }
    }

    SSLContext context() {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry("understudy", key, new char[0], chain.toArray(X509Certificate[]::new));
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, new char[0]);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalArgumentException("the certificate cannot be used for TLS: " + e.getMessage(), e);
        }
    }

    /** A file with the chain in PEM, for clients that are to trust it. */
    Path publish(Scratch scratch) {
        try {
            Path file = scratch.directory().resolve("certificate.pem");
            return Files.writeString(file, chain.stream().map(Identity::pem).collect(Collectors.joining()));
        } catch (IOException e) {
            throw new UncheckedIOException("the certificate cannot be written down", e);
        }
    }

    private static String pem(X509Certificate certificate) {
        try {
            byte[] newLine = {'\n'};
            String text = Base64.getMimeEncoder(64, newLine).encodeToString(certificate.getEncoded());
            return "-----BEGIN CERTIFICATE-----\n" + text + "\n-----END CERTIFICATE-----\n";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a certificate that was read can be written", e);
        }
    }

    /** Never the key. */
    @Override
    public String toString() {
        return "Identity[" + chain.get(0).getSubjectX500Principal().getName() + "]";
    }

    static byte[] decode(String base64) {
        return Base64.getMimeDecoder().decode(base64.getBytes(StandardCharsets.US_ASCII));
    }
}
