package dev.understudy;

import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Clients that trust one server and nobody else, for tests. */
final class Trusting {

    private Trusting() {}

    static HttpClient client(Understudy understudy, HttpClient.Version version) throws Exception {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("understudy", certificate(understudy));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return HttpClient.newBuilder().sslContext(context).version(version).build();
    }

    static X509Certificate certificate(Understudy understudy) throws Exception {
        try (InputStream pem = Files.newInputStream(understudy.certificate().orElseThrow())) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(pem);
        }
    }

    static HttpRequest.Builder request(Understudy understudy, String path) {
        return HttpRequest.newBuilder(understudy.baseUrl().resolve(path)).header("Authorization", "Bearer https");
    }
}
