package dev.understudy.http;

import io.undertow.server.HttpServerExchange;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.time.Duration;
import org.xnio.channels.StreamSinkChannel;
import org.xnio.conduits.AbstractStreamSourceConduit;
import org.xnio.conduits.StreamSourceConduit;

/** Sees to it that a request's body keeps coming while somebody reads it. */
final class SourceWatch extends AbstractStreamSourceConduit<StreamSourceConduit> {

    private final Stall stall;

    private SourceWatch(StreamSourceConduit next, Stall stall) {
        super(next);
        this.stall = stall;
    }

    static void set(HttpServerExchange exchange, Duration most) {
        Stall stall = new Stall(exchange, most);
        exchange.addRequestWrapper((next, of) -> new SourceWatch(next.create(), stall));
        exchange.addExchangeCompleteListener((same, next) -> {
            stall.moving();
            next.proceed();
        });
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        return (int) seen(super.read(target));
    }

    @Override
    public long read(ByteBuffer[] targets, int offset, int length) throws IOException {
        return seen(super.read(targets, offset, length));
    }

    @Override
    public long transferTo(long position, long count, FileChannel target) throws IOException {
        return seen(super.transferTo(position, count, target));
    }

    @Override
    public long transferTo(long count, ByteBuffer throughBuffer, StreamSinkChannel target) throws IOException {
        return seen(super.transferTo(count, throughBuffer, target));
    }

    @Override
    public void suspendReads() {
        stall.moving();
        super.suspendReads();
    }

    private long seen(long read) {
        if (read == 0) {
            stall.waiting();
        } else {
            stall.moving();
        }
        return read;
    }
}
