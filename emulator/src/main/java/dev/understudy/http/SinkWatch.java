package dev.understudy.http;

import io.undertow.server.HttpServerExchange;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.time.Duration;
import org.xnio.channels.StreamSourceChannel;
import org.xnio.conduits.AbstractStreamSinkConduit;
import org.xnio.conduits.StreamSinkConduit;

/** Sees to it that an answer keeps being taken. */
final class SinkWatch extends AbstractStreamSinkConduit<StreamSinkConduit> {

    private final HttpServerExchange exchange;
    private final Duration most;
    private Stall stall;

    private SinkWatch(StreamSinkConduit next, HttpServerExchange exchange, Duration most) {
        super(next);
        this.exchange = exchange;
        this.most = most;
    }

    static void set(HttpServerExchange exchange, Duration most) {
        exchange.addResponseWrapper((next, of) -> new SinkWatch(next.create(), of, most));
    }

    @Override
    public int write(ByteBuffer source) throws IOException {
        return (int) seen(source.hasRemaining(), super.write(source));
    }

    @Override
    public long write(ByteBuffer[] sources, int offset, int length) throws IOException {
        return seen(true, super.write(sources, offset, length));
    }

    @Override
    public int writeFinal(ByteBuffer source) throws IOException {
        return (int) seen(source.hasRemaining(), super.writeFinal(source));
    }

    @Override
    public long writeFinal(ByteBuffer[] sources, int offset, int length) throws IOException {
        return seen(true, super.writeFinal(sources, offset, length));
    }

    @Override
    public long transferFrom(FileChannel source, long position, long count) throws IOException {
        return seen(true, super.transferFrom(source, position, count));
    }

    @Override
    public long transferFrom(StreamSourceChannel source, long count, ByteBuffer throughBuffer) throws IOException {
        return seen(true, super.transferFrom(source, count, throughBuffer));
    }

    @Override
    public boolean flush() throws IOException {
        boolean flushed = super.flush();
        seen(!flushed, flushed ? 1 : 0);
        return flushed;
    }

    private long seen(boolean wanted, long written) {
        if (wanted && written == 0) {
            stall().waiting();
        } else if (written != 0 && stall != null) {
            stall.moving();
        }
        return written;
    }

    // Most answers go out at once and need none.
    private Stall stall() {
        if (stall == null) {
            stall = new Stall(exchange, most);
            exchange.addExchangeCompleteListener((same, next) -> {
                stall.moving();
                next.proceed();
            });
        }
        return stall;
    }
}
