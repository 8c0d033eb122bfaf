package dev.understudy.media.probe;

import static dev.understudy.media.probe.Bytes.cat;
import static dev.understudy.media.probe.Bytes.text;
import static dev.understudy.media.probe.Bytes.u16;
import static dev.understudy.media.probe.Bytes.u32;
import static dev.understudy.media.probe.Bytes.u64;
import static dev.understudy.media.probe.Bytes.u8;
import static dev.understudy.media.probe.Bytes.zeros;

import java.util.Arrays;

/** A small WebM put together element by element. */
final class WebmFile {

    static final long SEGMENT = 0x18538067;
    static final long INFO = 0x1549A966;
    static final long TRACKS = 0x1654AE6B;
    static final long CLUSTER = 0x1F43B675;

    private WebmFile() {}

    /** Sizes always take eight bytes. */
    static byte[] element(long id, byte[]... parts) {
        byte[] payload = cat(parts);
        return cat(id(id), u64(0x01L << 56 | payload.length), payload);
    }

    static byte[] unsized(long id, byte[]... parts) {
        return cat(id(id), u8(0xff), cat(parts));
    }

    static byte[] number(long id, long value) {
        return element(id, u64(value));
    }

    private static byte[] id(long id) {
        byte[] all = u64(id);
        int skipped = Long.numberOfLeadingZeros(id) / 8;
        return Arrays.copyOfRange(all, skipped, 8);
    }

    static byte[] header(String docType) {
        return element(0x1A45DFA3, element(0x4282, text(docType)));
    }

    /** A video track of number 1, 720x1280, VP9, and whatever else its entry is to hold. */
    static byte[] videoTrack(byte[]... more) {
        return element(0xAE, number(0xD7, 1), number(0x83, 1), element(0x86, text("V_VP9")), picture(), cat(more));
    }

    static byte[] picture(byte[]... more) {
        return element(0xE0, number(0xB0, 720), number(0xBA, 1280), cat(more));
    }

    static byte[] cluster(long at, byte[]... blocks) {
        return element(CLUSTER, number(0xE7, at), cat(blocks));
    }

    static byte[] block(int track, int at) {
        return element(0xA3, u8(0x80 | track), u16(at), u8(0x80), zeros(5));
    }

    static byte[] blocks(int... times) {
        return cat(Arrays.stream(times).mapToObj(at -> block(1, at)).toArray(byte[][]::new));
    }

    static byte[] lastingBlock(int at, long ticks) {
        return element(0xA0, element(0xA1, u8(0x81), u16(at), u8(0), zeros(5)), number(0x9B, ticks));
    }

    /** A whole file in which only the track's extra fields and the clusters differ. */
    static byte[] file(byte[] trackFields, byte[]... clusters) {
        return cat(header("webm"), element(SEGMENT, element(TRACKS, videoTrack(trackFields)), cat(clusters)));
    }

    static byte[] floating(long id, float value) {
        return element(id, u32(Float.floatToIntBits(value)));
    }
}
