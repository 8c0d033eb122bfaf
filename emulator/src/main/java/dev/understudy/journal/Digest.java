package dev.understudy.journal;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Tells bodies apart without keeping them. */
public final class Digest {

    private static final int BYTES = 8;

    // Looking a digest up among the platform's providers takes as long as digesting a small body.
    private static final MessageDigest UNUSED = sha256();

    private Digest() {}

    /** The first 16 hexadecimal digits of the SHA-256 of a body; empty for an empty one. */
    public static String of(byte[] body) {
        if (body.length == 0) {
            return "";
        }
        return HexFormat.of().formatHex(fresh().digest(body), 0, BYTES);
    }

    private static MessageDigest fresh() {
        try {
            return (MessageDigest) UNUSED.clone();
        } catch (CloneNotSupportedException e) {
            return sha256();
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
