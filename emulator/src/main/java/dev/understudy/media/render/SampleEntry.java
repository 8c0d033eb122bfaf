package dev.understudy.media.render;

/** The descriptions of the two kinds of samples: avc1 (ISO/IEC 14496-15) and mp4a (ISO/IEC 14496-14). */
final class SampleEntry {
    private static final int SEVENTY_TWO_DPI = 72 << 16;
    private static final int BT709 = 1;
    private static final byte[] RESERVED_AND_REFERENCE = Bytes.u8(0, 0, 0, 0, 0, 0, 0, 1);

    private SampleEntry() {}

    static byte[] video(Film film) {
        return Box.of(
                "avc1",
                RESERVED_AND_REFERENCE,
                new byte[16],
                Bytes.u16(film.width(), film.height()),
                Bytes.u32(SEVENTY_TWO_DPI, SEVENTY_TWO_DPI, 0),
                Bytes.u16(1), // one frame in a sample
                new byte[32],
                Bytes.u16(24, -1), // depth, no colour table
                configuration(film.parameters()),
                Box.of("colr", Box.fourCharacters("nclx"), Bytes.u16(BT709, BT709, BT709), Bytes.u8(0)),
                Box.of("pasp", Bytes.u32(1, 1)));
    }

    private static byte[] configuration(ParameterSets sets) {
        byte[] sequence = sets.sequence();
        return Box.of(
                "avcC",
                Bytes.u8(1, sequence[1], sequence[2], sequence[3]),
                Bytes.u8(0xFC | 3, 0xE0 | 1), // four bytes of length before a unit; one sequence parameter set
                Bytes.u16(sequence.length),
                sequence,
                Bytes.u8(1),
                Bytes.u16(sets.picture().length),
                sets.picture());
    }

    static byte[] audio() {
        return Box.of(
                "mp4a",
                RESERVED_AND_REFERENCE,
                new byte[8],
                Bytes.u16(1, 16, 0, 0), // mono, 16 bits
                Bytes.u32(SilentAudio.RATE << 16),
                Box.full("esds", 0, elementaryStream()));
    }

    private static byte[] elementaryStream() {
        byte[] specific = descriptor(5, SilentAudio.CONFIGURATION);
        byte[] aac = Bytes.u8(0x40, 0x15, 0, 0, 0); // MPEG-4 audio, audio stream, buffer size unknown
        int bitsPerSecond = SilentAudio.unitBytes() * 8 * SilentAudio.RATE / SilentAudio.SAMPLES_PER_UNIT;
        byte[] decoder = descriptor(4, aac, Bytes.u32(bitsPerSecond, bitsPerSecond), specific);
        return descriptor(3, Bytes.u16(2), Bytes.u8(0), decoder, descriptor(6, Bytes.u8(2)));
    }

    private static byte[] descriptor(int tag, byte[]... parts) {
        byte[] content = Bytes.concat(parts);
        return Bytes.concat(Bytes.u8(tag, content.length), content);
    }
}
