package dev.understudy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** HMAC-SHA256 as RFC 2104 describes it, so that no signature is checked with the code that made it. */
public final class HandmadeHmac {

    private static final int BLOCK = 64;

    private HandmadeHmac() {}

    public static String hex(String key, String text) {
        return HexFormat.of().formatHex(of(key.getBytes(StandardCharsets.UTF_8), text));
    }

    /** @param key at most 64 bytes */
    public static byte[] of(byte[] key, String text) {
        byte[] block = Arrays.copyOf(key, BLOCK);
        byte[] inner = sha256(xored(block, 0x36), text.getBytes(StandardCharsets.UTF_8));
        return sha256(xored(block, 0x5C), inner);
    }

    private static byte[] xored(byte[] block, int with) {
        byte[] result = new byte[block.length];
        for (int i = 0; i < block.length; i++) {
            result[i] = (byte) (block[i] ^ with);
        }
        return result;
    }

    private static byte[] sha256(byte[] first, byte[] second) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(first);
            return digest.digest(second);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
