package dev.understudy.fuzz;

import dev.understudy.media.probe.ByteArrayChannel;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;

/** A file in memory that knows how much of it was fetched. */
final class CountingChannel implements SeekableByteChannel {

    private final ByteArrayChannel file;
    private long fetched;

    CountingChannel(byte[] bytes) {
        this.file = new ByteArrayChannel(bytes);
    }

    long fetched() {
        return fetched;
    }

    @Override
    public int read(ByteBuffer target) {
        int read = file.read(target);
        fetched += Math.max(read, 0);
        return read;
    }

    @Override
    public long position() {
        return file.position();
    }

    @Override
    public SeekableByteChannel position(long position) {
        file.position(position);
        return this;
    }

    @Override
    public long size() {
        return file.size();
    }

    @Override
    public boolean isOpen() {
        return true;
    }

    @Override
    public void close() {
        throw new Finding("the channel is the caller's, and was closed");
    }

    @Override
    public int write(ByteBuffer source) {
        return file.write(source);
    }

    @Override
    public SeekableByteChannel truncate(long size) {
        return file.truncate(size);
    }
}
