package dev.understudy.media.probe;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;

/** The file under probe, its length, and the account of how much of it has been fetched. */
final class Source {

    /**
     * Bounds the time any input can cost. The index of a clip of seconds takes kilobytes; the skipped-over frames of a
     * ten-minute WebM take about 30 MiB at {@link Window#SMALLEST} bytes each.
     */
    static final long MAX_FETCHED = 64L << 20;

    private final SeekableByteChannel channel;
    private final long length;
    private long fetched;

    Source(SeekableByteChannel channel) throws IOException {
        this.channel = channel;
        this.length = channel.size();
    }

    long length() {
        return length;
    }

    /** A new view of the file; views that walk different tables do not disturb each other's buffer. */
    Window window() {
        return new Window(this);
    }

    /** Fills the target from the given position; the caller has made sure that the file is long enough. */
    void fetch(long at, ByteBuffer target) throws BadClipException, IOException {
        fetched += target.remaining();
        if (fetched > MAX_FETCHED) {
            throw BadClipException.malformed(
                    "the file needs more than %,d bytes of index to be read: it is no short clip", MAX_FETCHED);
        }
        channel.position(at);
        while (target.hasRemaining()) {
            if (channel.read(target) < 0) {
                throw BadClipException.truncated("the file ended while it was being read, before byte %,d", length);
            }
        }
    }
}
