package dev.understudy.http;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** The few values of ASN.1 that a certificate is made of, in the distinguished encoding of X.690. */
final class Der {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss'Z'").withZone(ZoneOffset.UTC);

    private Der() {}

    static byte[] sequence(byte[]... parts) {
        return value(0x30, joined(parts));
    }

    static byte[] set(byte[]... parts) {
        return value(0x31, joined(parts));
    }

    static byte[] integer(BigInteger number) {
        return value(0x02, number.toByteArray());
    }

    static byte[] yes() {
        return value(0x01, new byte[] {(byte) 0xFF});
    }

    static byte[] text(String text) {
        return value(0x0C, text.getBytes(StandardCharsets.UTF_8));
    }

    /** From 1950 to 2049 a certificate has the year in two digits (RFC 5280, 4.1.2.5). */
    static byte[] time(Instant at) {
        String text = TIME.format(at);
        boolean shortYear = text.compareTo("2050") < 0;
        return value(shortYear ? 0x17 : 0x18, text.substring(shortYear ? 2 : 0).getBytes(StandardCharsets.US_ASCII));
    }

    static byte[] octets(byte[] bytes) {
        return value(0x04, bytes);
    }

    static byte[] bits(byte[] bytes) {
        return value(0x03, joined(new byte[1], bytes));
    }

    /** Whole bits at the end of the last byte are unused. */
    static byte[] bits(int unused, int bits) {
        return value(0x03, new byte[] {(byte) unused, (byte) bits});
    }

    static byte[] tagged(int number, byte[] content) {
        return value(0xA0 | number, content);
    }

    /** One of the choices of a type that are told apart by their number. */
    static byte[] choice(int number, byte[] content) {
        return value(0x80 | number, content);
    }

    /** An object identifier such as {@code 2.5.29.17}. */
    static byte[] oid(String dotted) {
        String[] arcs = dotted.split("\\.");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(40 * Integer.parseInt(arcs[0]) + Integer.parseInt(arcs[1]));
        for (int arc = 2; arc < arcs.length; arc++) {
            base128(bytes, Integer.parseInt(arcs[arc]));
        }
        return value(0x06, bytes.toByteArray());
    }

    private static void base128(ByteArrayOutputStream bytes, int number) {
        for (int shift = 28; shift > 0; shift -= 7) {
            if (number >>> shift != 0) {
                bytes.write(0x80 | number >>> shift & 0x7F);
            }
        }
        bytes.write(number & 0x7F);
    }

    private static byte[] value(int tag, byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(tag);
        if (content.length < 0x80) {
            bytes.write(content.length);
        } else {
            byte[] length = BigInteger.valueOf(content.length).toByteArray();
            int from = length[0] == 0 ? 1 : 0;
            bytes.write(0x80 | length.length - from);
            bytes.write(length, from, length.length - from);
        }
        bytes.writeBytes(content);
        return bytes.toByteArray();
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            bytes.writeBytes(part);
        }
        return bytes.toByteArray();
    }
}
