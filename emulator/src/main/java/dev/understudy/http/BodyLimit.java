package dev.understudy.http;

import io.undertow.server.HttpServerExchange;
import io.undertow.server.RequestTooBigException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import org.xnio.channels.StreamSinkChannel;
import org.xnio.conduits.AbstractStreamSourceConduit;
import org.xnio.conduits.StreamSourceConduit;

/**
 * Counts the bytes of a body that comes in chunks. Undertow fixes its own limit for such a body before any handler can
 * say how much it takes, and prints a stack trace when it is passed (2.3.27, 2.4.4).
 */
final class BodyLimit extends AbstractStreamSourceConduit<StreamSourceConduit> {

    /**
     * How much of a body that is too large is still read and thrown away, in bytes: a client that is cut off while it
     * sends never sees the answer that tells it why.
     */
    static final long MOST_DRAINED = 64L << 20;

    private static final long UNLIMITED = -1;

    private final long limit;
    private long left;
    private boolean told;

    private BodyLimit(StreamSourceConduit next, long limit) {
        super(next);
        this.limit = limit;
        this.left = limit;
    }

    /** Lets reading a body over {@code limit} bytes fail, once, with {@link RequestTooBigException}. */
    static void set(HttpServerExchange exchange, long limit) {
        if (exchange.getRequestContentLength() >= 0) {
            exchange.setMaxEntitySize(limit);
        } else {
            exchange.setMaxEntitySize(UNLIMITED);
            exchange.addRequestWrapper((next, of) -> new BodyLimit(next.create(), limit));
        }
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        return (int) counted(super.read(target));
    }

    @Override
    public long read(ByteBuffer[] targets, int offset, int length) throws IOException {
        return counted(super.read(targets, offset, length));
    }

    @Override
    public long transferTo(long position, long count, FileChannel target) throws IOException {
        return counted(super.transferTo(position, count, target));
    }

    @Override
    public long transferTo(long count, ByteBuffer throughBuffer, StreamSinkChannel target) throws IOException {
        return counted(super.transferTo(count, throughBuffer, target));
    }

    private long counted(long read) throws IOException {
        left -= Math.max(read, 0);
        if (left < 0 && (!told || left < -MOST_DRAINED)) {
            told = true;
            throw new RequestTooBigException("the body is larger than the %s bytes allowed".formatted(limit));
        }
        return read;
    }
}
