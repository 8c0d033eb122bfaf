package dev.understudy.http;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A certificate that vouches for itself, for this machine's own names. The JDK can make the key and the signature but
 * has no public way to make the certificate around them; RFC 5280 needs little for that, and a library megabytes.
 */
final class SelfMade {

    // Some clients take none that is valid for longer.
    private static final Duration VALID = Duration.ofDays(397);
    private static final byte[] ECDSA_WITH_SHA256 = Der.sequence(Der.oid("1.2.840.10045.4.3.2"));
    private static final byte[] NAME =
            Der.sequence(Der.set(Der.sequence(Der.oid("2.5.4.3"), Der.text("Understudy, self-made"))));
    private static final byte[] TRUE = Der.yes();

    private SelfMade() {}

    /** @param host what is listened on, a name or an address */
    static Identity make(String host, Instant now) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        KeyPair keys = generator.generateKeyPair();
        byte[] content = content(keys, host, now);
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(keys.getPrivate());
        signature.update(content);
        byte[] whole = Der.sequence(content, ECDSA_WITH_SHA256, Der.bits(signature.sign()));
        X509Certificate certificate = (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(whole));
        return new Identity(keys.getPrivate(), List.of(certificate));
    }

    private static byte[] content(KeyPair keys, String host, Instant now) {
        return Der.sequence(
                Der.tagged(0, Der.integer(BigInteger.TWO)),
                Der.integer(new BigInteger(127, new SecureRandom())),
                ECDSA_WITH_SHA256,
                NAME,
                Der.sequence(Der.time(now.minus(Duration.ofDays(1))), Der.time(now.plus(VALID))),
                NAME,
                keys.getPublic().getEncoded(),
                Der.tagged(3, Der.sequence(extensions(host))));
    }

    // It signs itself and nothing else, but those who are to trust it want an authority.
    private static byte[][] extensions(String host) {
        return new byte[][] {
            extension("2.5.29.19", true, Der.sequence(TRUE)),
            // digitalSignature and keyCertSign
            extension("2.5.29.15", true, Der.bits(2, 0x84)),
            extension("2.5.29.37", false, Der.sequence(Der.oid("1.3.6.1.5.5.7.3.1"))),
            extension("2.5.29.17", false, Der.sequence(names(host)))
        };
    }

    private static byte[] extension(String oid, boolean critical, byte[] value) {
        return critical
                ? Der.sequence(Der.oid(oid), TRUE, Der.octets(value))
                : Der.sequence(Der.oid(oid), Der.octets(value));
    }

    private static byte[][] names(String host) {
        Set<String> names = new LinkedHashSet<>(List.of("localhost", "127.0.0.1", "::1", "host.docker.internal"));
        names.add(host);
        return names.stream().map(SelfMade::name).toArray(byte[][]::new);
    }

    private static byte[] name(String name) {
        boolean address = name.contains(":") || name.matches("[0-9.]+");
        try {
            return address
                    ? Der.choice(7, InetAddress.getByName(name).getAddress())
                    : Der.choice(2, name.getBytes(StandardCharsets.US_ASCII));
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(name + " is no address", e);
        }
    }
}
