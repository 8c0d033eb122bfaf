package dev.understudy.media.probe;

import static dev.understudy.media.probe.Bytes.cat;
import static dev.understudy.media.probe.Bytes.text;
import static dev.understudy.media.probe.Bytes.u16;
import static dev.understudy.media.probe.Bytes.u32;
import static dev.understudy.media.probe.Bytes.u64;
import static dev.understudy.media.probe.Bytes.zeros;

/**
 * A small MP4 whose every table can be bent: 90 frames of one byte at 30 per second, in one chunk, behind them the moov box.
 */
final class Mp4File {

    static final int DATA_START = 28;
    static final int FRAMES = 90;

    String brand = "isom";
    String handler = "vide";
    String codec = "avc1";
    long timescale = 30;
    long mediaTicks = FRAMES;
    int width = 720;
    int height = 1280;
    int[] matrix = {0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000};
    byte[] stts = u32(1, FRAMES, 1);
    byte[] stsc = u32(1, 1, FRAMES, 1);
    byte[] sizes = full("stsz", 0, u32(1, FRAMES));
    byte[] offsets = full("stco", 0, u32(1, DATA_START));
    byte[] edits = {};
    byte[] mvex = {};
    byte[] moreTracks = {};
    byte[] tail = {};

    static byte[] box(String type, byte[]... parts) {
        byte[] payload = cat(parts);
        return cat(u32(payload.length + 8), text(type), payload);
    }

    static byte[] full(String type, long versionAndFlags, byte[]... parts) {
        return box(type, u32(versionAndFlags), cat(parts));
    }

    /** For a file whose frames are all in fragments. */
    Mp4File withoutFrames() {
        stts = u32(0);
        stsc = u32(0);
        sizes = full("stsz", 0, u32(0, 0));
        offsets = full("stco", 0, u32(0));
        mediaTicks = 0;
        return this;
    }

    byte[] bytes() {
        return cat(box("ftyp", text(brand), u32(0), text("isom")), box("mdat", zeros(FRAMES)), moov(), tail);
    }

    private byte[] moov() {
        byte[] mvhd = full("mvhd", 0, u32(0, 0, 1000, 3000), zeros(80));
        return box("moov", mvhd, trak(), moreTracks, mvex);
    }

    byte[] trak() {
        return box("trak", tkhd(), edits, box("mdia", mdhd(), hdlr(), box("minf", stbl())));
    }

    private byte[] tkhd() {
        long[] turn = java.util.Arrays.stream(matrix).asLongStream().toArray();
        return full(
                "tkhd", 3, u32(0, 0, 1, 0, 3000), zeros(16), u32(turn), u32((long) width << 16, (long) height << 16));
    }

    private byte[] mdhd() {
        return full("mdhd", 0x01000000, u64(0), u64(0), u32(timescale), u64(mediaTicks), u32(0));
    }

    private byte[] hdlr() {
        return full("hdlr", 0, u32(0), text(handler), zeros(13));
    }

    private byte[] stbl() {
        byte[] entry = box(codec, zeros(24), u16(640), u16(480), zeros(50));
        return box(
                "stbl", full("stsd", 0, u32(1), entry), full("stts", 0, stts), full("stsc", 0, stsc), sizes, offsets);
    }
}
