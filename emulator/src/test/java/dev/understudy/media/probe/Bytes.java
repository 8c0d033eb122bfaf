package dev.understudy.media.probe;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Puts files together, byte by byte. */
final class Bytes {

    private Bytes() {}

    static byte[] cat(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] hex(String digits) {
        return java.util.HexFormat.of().parseHex(digits.replace(" ", ""));
    }

    static byte[] zeros(int count) {
        return new byte[count];
    }

    static byte[] u8(long value) {
        return new byte[] {(byte) value};
    }

    static byte[] u16(long value) {
        return ByteBuffer.allocate(2).putShort((short) value).array();
    }

    /** Each number in 32 bits. */
    static byte[] u32(long... values) {
        ByteBuffer all = ByteBuffer.allocate(4 * values.length);
        for (long value : values) {
            all.putInt((int) value);
        }
        return all.array();
    }

    static byte[] u64(long value) {
        return ByteBuffer.allocate(8).putLong(value).array();
    }
}
