package dev.understudy.contract.evidence;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;

/** From bytes on the wire to a {@link Body}. */
public final class Bodies {
    // Enough for the beginning of a video, too little for a video.
    private static final int KEPT = 1024;

    private Bodies() {}

    /**
     * @param contentType as the header has it; empty when there is none. It decides between text and media; whether text
     *     is JSON, the text decides
     */
    public static Body of(String contentType, byte[] bytes) {
        if (bytes.length == 0) {
            return new Body.None();
        }
        String type = contentType.toLowerCase(Locale.ROOT);
        if (type.matches("(video|image|audio)/.*|application/octet-stream.*")) {
            return media(bytes);
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return type.contains("json") ? jsonOrText(text) : new Body.Text(text);
        } catch (CharacterCodingException e) {
            return media(bytes);
        }
    }

    public static Body.Media media(byte[] bytes) {
        String kept = bytes.length <= KEPT ? Base64.getEncoder().encodeToString(bytes) : "";
        return new Body.Media(bytes.length, sha256(bytes), kept);
    }

    public static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private static Body jsonOrText(String text) {
        try {
            return new Body.Json(EvidenceJson.parse(text));
        } catch (JsonProcessingException e) {
            return new Body.Text(text);
        }
    }
}
