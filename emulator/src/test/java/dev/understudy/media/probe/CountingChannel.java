package dev.understudy.media.probe;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;

/** Counts what is read. It can be longer than its bytes: then they are followed by a pattern, over and over. */
class CountingChannel implements SeekableByteChannel {

    private final byte[] bytes;
    private final byte[] pattern;
    private final long size;
    private long position;
    private long bytesRead;
    private int largestRead;

    CountingChannel(byte[] bytes, byte[] pattern, long size) {
        this.bytes = bytes;
        this.pattern = pattern;
        this.size = size;
    }

    CountingChannel(byte[] bytes) {
        this(bytes, new byte[1], bytes.length);
    }

    long bytesRead() {
        return bytesRead;
    }

    int largestRead() {
        return largestRead;
    }

    @Override
    public int read(ByteBuffer target) {
        int count = (int) Math.min(target.remaining(), size - position);
        largestRead = Math.max(largestRead, target.remaining());
        for (int i = 0; i < count; i++, position++) {
            target.put(byteAt(position));
        }
        bytesRead += Math.max(0, count);
        return count > 0 ? count : -1;
    }

    private byte byteAt(long at) {
        return at < bytes.length ? bytes[(int) at] : pattern[(int) ((at - bytes.length) % pattern.length)];
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public SeekableByteChannel position(long newPosition) {
        position = newPosition;
        return this;
    }

    @Override
    public long size() throws IOException {
        return size;
    }

    @Override
    public boolean isOpen() {
        return true;
    }

    @Override
    public void close() throws IOException {
        throw new IOException("the prober does not own the channel");
    }

    @Override
    public int write(ByteBuffer source) {
        throw new UnsupportedOperationException();
    }

    @Override
    public SeekableByteChannel truncate(long newSize) {
        throw new UnsupportedOperationException();
    }
}
