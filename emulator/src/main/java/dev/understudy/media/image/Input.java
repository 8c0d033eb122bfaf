package dev.understudy.media.image;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;

/** Numbers at any position of the file. Whoever asks for one beyond its end is told that the file looks cut off. */
final class Input {

    private final SeekableByteChannel channel;
    private final long length;

    Input(SeekableByteChannel channel) throws IOException {
        this.channel = channel;
        this.length = channel.size();
    }

    long length() {
        return length;
    }

    int u8(long at) throws BadImageException, IOException {
        return bytes(at, 1).get() & 0xff;
    }

    int u16(long at) throws BadImageException, IOException {
        return bytes(at, 2).getShort() & 0xffff;
    }

    long u32(long at) throws BadImageException, IOException {
        return bytes(at, 4).getInt() & 0xffff_ffffL;
    }

    /** Four bytes as text; what is no printable ASCII becomes a question mark. */
    String tag(long at) throws BadImageException, IOException {
        byte[] tag = bytes(at, 4).array();
        for (int i = 0; i < tag.length; i++) {
            tag[i] = tag[i] >= ' ' && tag[i] <= '~' ? tag[i] : (byte) '?';
        }
        return new String(tag, StandardCharsets.ISO_8859_1);
    }

    ByteBuffer littleEndian(long at, int count) throws BadImageException, IOException {
        return bytes(at, count).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** @param count small: that many bytes are allocated */
    ByteBuffer bytes(long at, int count) throws BadImageException, IOException {
        if (at > length - count) {
            throw new BadImageException(
                    "the file looks cut off: it has %,d bytes and refers to byte %,d", length, at + count - 1);
        }
        ByteBuffer target = ByteBuffer.allocate(count);
        channel.position(at);
        while (target.hasRemaining()) {
            if (channel.read(target) < 0) {
                throw new BadImageException("the file ended while it was being read");
            }
        }
        return target.flip();
    }
}
