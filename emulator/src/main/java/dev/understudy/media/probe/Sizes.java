package dev.understudy.media.probe;

import java.io.IOException;
import java.util.Optional;

/** The sizes of a track's samples in order: {@code stsz}, or its compact twin {@code stz2}. */
final class Sizes {

    private static final int ENTRIES = 12;

    private final Window bytes;
    private final Box box;
    private final int bits;
    private final long constant;
    private final long count;
    private long taken;

    private Sizes(Window bytes, Box box, int bits, long constant) throws BadClipException, IOException {
        this.bytes = bytes;
        this.box = box;
        this.bits = bits;
        this.constant = constant;
        this.count = bytes.u32(box.payload() + 8);
        if (constant == 0) {
            box.entries(bits == 4 ? (count + 1) / 2 : count, ENTRIES, Math.max(1, bits / 8));
        }
    }

    static Sizes of(Boxes boxes, Box table) throws BadClipException, IOException {
        Window bytes = boxes.newWindow();
        Optional<Box> stsz = boxes.find(table, "stsz");
        if (stsz.isPresent()) {
            Box box = stsz.get().withPayload(ENTRIES);
            return new Sizes(bytes, box, 32, bytes.u32(box.payload() + 4));
        }
        Box box = boxes.require(table, "stz2").withPayload(ENTRIES);
        int bits = bytes.u8(box.payload() + 7);
        if (bits != 4 && bits != 8 && bits != 16) {
            throw BadClipException.malformed("box 'stz2' has entries of %d bits", bits);
        }
        return new Sizes(bytes, box, bits, 0);
    }

    long left() {
        return count - taken;
    }

    /** The bytes of the next samples together; a last chunk may announce more samples than are left. */
    long take(long samples) throws BadClipException, IOException {
        long end = taken + Math.min(samples, left());
        long sum = Math.multiplyExact(constant, end - taken);
        while (constant == 0 && taken < end) {
            sum = Math.addExact(sum, size(taken++));
        }
        taken = end;
        return sum;
    }

    private long size(long index) throws BadClipException, IOException {
        long table = box.payload() + ENTRIES;
        return switch (bits) {
            case 4 -> bytes.u8(table + index / 2) >> (index % 2 == 0 ? 4 : 0) & 0xf;
            case 8 -> bytes.u8(table + index);
            case 16 -> bytes.u16(table + index * 2);
            default -> bytes.u32(table + index * 4);
        };
    }
}
