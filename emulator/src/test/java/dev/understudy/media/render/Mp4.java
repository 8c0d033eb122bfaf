package dev.understudy.media.render;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads boxes by path, as {@code moov/trak[1]/mdia/mdhd}: just enough to check what was written. */
record Mp4(ByteBuffer content) {
    private static final int HEADER = 8;

    static Mp4 parse(byte[] file) {
        return new Mp4(ByteBuffer.wrap(file));
    }

    record Entry(String type, int start, Mp4 box) {}

    /** The boxes inside, which must fill the content to its last byte. */
    List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        int at = 0;
        while (at < content.limit()) {
            int size = content.getInt(at);
            byte[] type = new byte[4];
            content.get(at + 4, type);
            if (size < HEADER || at + size > content.limit()) {
                throw new AssertionError("box of " + size + " bytes at " + at + " of " + content.limit());
            }
            String name = new String(type, StandardCharsets.ISO_8859_1);
            entries.add(new Entry(name, at, new Mp4(content.slice(at + HEADER, size - HEADER))));
            at += size;
        }
        return entries;
    }

    Mp4 at(String path) {
        Mp4 box = this;
        for (String step : path.split("/")) {
            int bracket = step.indexOf('[');
            String type = bracket < 0 ? step : step.substring(0, bracket);
            int index = bracket < 0 ? 0 : step.charAt(bracket + 1) - '0';
            box = box.entries().stream()
                    .filter(entry -> entry.type().equals(type))
                    .skip(index)
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no " + step + " of " + path))
                    .box();
        }
        return box;
    }

    /** The content without its first bytes. */
    Mp4 after(int bytes) {
        return new Mp4(content.slice(bytes, content.limit() - bytes));
    }

    int u32(int at) {
        return content.getInt(at);
    }

    int u16(int at) {
        return content.getShort(at) & 0xFFFF;
    }

    /** A table of numbers of four bytes that begins after version, flags and a count of rows. */
    int[] table(int firstByte, int numbers) {
        int[] out = new int[numbers];
        for (int i = 0; i < numbers; i++) {
            out[i] = u32(firstByte + 4 * i);
        }
        return out;
    }
}
