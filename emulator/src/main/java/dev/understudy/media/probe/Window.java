package dev.understudy.media.probe;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Big-endian numbers at any position of the file, through a small buffer that moves along.
 *
 * <p>The buffer doubles while reading runs on and shrinks after a jump, so a table is read in few steps and hopping from frame
 * to frame stays cheap.
 */
final class Window {

    static final int SMALLEST = 512;
    private static final int LARGEST = 16 * 1024;

    private final Source source;
    private final ByteBuffer buffer = ByteBuffer.allocate(LARGEST);
    private long start;
    private int reach = SMALLEST;

    Window(Source source) {
        this.source = source;
        buffer.limit(0);
    }

    long length() {
        return source.length();
    }

    int u8(long at) throws BadClipException, IOException {
        return buffer.get(offset(at, 1)) & 0xff;
    }

    int u16(long at) throws BadClipException, IOException {
        return buffer.getShort(offset(at, 2)) & 0xffff;
    }

    int i32(long at) throws BadClipException, IOException {
        return buffer.getInt(offset(at, 4));
    }

    long u32(long at) throws BadClipException, IOException {
        return i32(at) & 0xffff_ffffL;
    }

    /** A 64-bit number as it stands: negative when its top bit is set. */
    long i64(long at) throws BadClipException, IOException {
        return buffer.getLong(offset(at, 8));
    }

    /** Text of at most 64 characters; anything that is no printable ASCII becomes a question mark. */
    String ascii(long at, int count) throws BadClipException, IOException {
        byte[] text = new byte[Math.min(count, 64)];
        buffer.get(offset(at, text.length), text);
        return new String(text, StandardCharsets.ISO_8859_1).replaceAll("[^ -~]", "?");
    }

    private int offset(long at, int count) throws BadClipException, IOException {
        if (at < start || at + count > start + buffer.limit()) {
            move(at, count);
        }
        return (int) (at - start);
    }

    private void move(long at, int count) throws BadClipException, IOException {
        if (at < 0 || at > source.length() - count) {
            throw BadClipException.truncated(
                    "the file looks cut off: it has %,d bytes and refers to byte %,d", source.length(), at + count - 1);
        }
        boolean runsOn = at >= start && at <= start + buffer.limit();
        reach = runsOn ? Math.min(reach * 2, LARGEST) : SMALLEST;
        buffer.clear().limit((int) Math.min(reach, source.length() - at));
        source.fetch(at, buffer);
        start = at;
    }
}
