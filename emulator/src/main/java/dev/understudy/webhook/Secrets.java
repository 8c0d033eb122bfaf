package dev.understudy.webhook;

import dev.understudy.time.Draw;
import java.util.Base64;
import java.util.HexFormat;

/** Secrets of the shape that providers show: {@code whsec_} and 32 bytes in base64, which are 44 characters. */
final class Secrets {

    private Secrets() {}

    static String drawnFrom(Draw draw) {
        byte[] bytes =
                HexFormat.of().parseHex(draw.child(0).hex32() + draw.child(1).hex32());
        return StandardWebhooks.PREFIX + Base64.getEncoder().encodeToString(bytes);
    }
}
