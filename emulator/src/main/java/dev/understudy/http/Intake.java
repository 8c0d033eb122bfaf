package dev.understudy.http;

import io.undertow.connector.PooledByteBuffer;
import io.undertow.server.Connectors;
import io.undertow.server.HttpServerExchange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.xnio.ChannelListener;
import org.xnio.channels.StreamSourceChannel;

/**
 * Takes in the body of a request. What is small stays in memory; the rest goes to a file, so that a body costs no memory
 * while it comes, however slowly. No thread waits for a caller.
 */
final class Intake implements ChannelListener<StreamSourceChannel> {

    /** What a body may take of the memory while it comes, in bytes. */
    static final int MOST_IN_MEMORY = 64 * 1024;

    private final HttpServerExchange exchange;
    private final Spool spool;
    private final Consumer<Received> taken;
    private final Consumer<Exception> failed;
    private final ByteArrayOutputStream piece;
    private final StreamSourceChannel channel;
    private Path file;
    private long onDisk;

    private Intake(HttpServerExchange exchange, Spool spool, Consumer<Received> taken, Consumer<Exception> failed) {
        this.exchange = exchange;
        this.spool = spool;
        this.taken = taken;
        this.failed = failed;
        this.piece = new ByteArrayOutputStream(
                (int) Math.min(Math.max(exchange.getRequestContentLength(), 512), MOST_IN_MEMORY));
        this.channel = exchange.getRequestChannel();
    }

    /**
     * One of the two is called, once, on any thread.
     *
     * @param taken gets the body; a file is deleted when the exchange is over
     */
    static void begin(HttpServerExchange exchange, Spool spool, Consumer<Received> taken, Consumer<Exception> failed) {
        if (exchange.isRequestComplete()) {
            taken.accept(Received.NOTHING);
        } else {
            new Intake(exchange, spool, taken, failed).read();
        }
    }

    @Override
    public void handleEvent(StreamSourceChannel readable) {
        Connectors.executeRootHandler(same -> read(), exchange);
    }

    private void read() {
        try (PooledByteBuffer pooled =
                exchange.getConnection().getByteBufferPool().allocate()) {
            int read = take(pooled.getBuffer());
            if (read == 0) {
                channel.getReadSetter().set(this);
                channel.resumeReads();
            } else {
                channel.suspendReads();
                rest(read < 0);
            }
        } catch (IOException e) {
            channel.suspendReads();
            failed.accept(e);
        }
    }

    // Until nothing more is there, all is there, or there is no room for more. What the last read said.
    private int take(ByteBuffer buffer) throws IOException {
        int read;
        do {
            read = channel.read(buffer.clear());
            byte[] bytes = new byte[Math.max(read, 0)];
            buffer.flip().get(bytes);
            piece.writeBytes(bytes);
        } while (read > 0 && piece.size() < MOST_IN_MEMORY);
        return read;
    }

    private void rest(boolean complete) {
        if (complete && file == null && piece.size() <= MOST_IN_MEMORY) {
            taken.accept(new Received.InMemory(piece.toByteArray()));
        } else {
            exchange.dispatch(() -> store(complete));
        }
    }

    private void store(boolean complete) {
        try {
            if (file == null) {
                file = newFile();
            }
            spool.take(piece.size());
            onDisk += piece.size();
            Files.write(file, piece.toByteArray(), StandardOpenOption.APPEND);
            piece.reset();
        } catch (IOException | RuntimeException e) {
            failed.accept(e);
            return;
        }
        if (complete) {
            taken.accept(new Received.OnDisk(file, onDisk));
        } else {
            exchange.getIoThread().execute(() -> handleEvent(channel));
        }
    }

    private Path newFile() {
        Path made = spool.newFile();
        exchange.addExchangeCompleteListener((same, next) -> {
            try {
                same.getConnection().getWorker().execute(() -> {
                    delete(made);
                    spool.give(onDisk);
                });
            } catch (RejectedExecutionException e) {
                // The server is being stopped, and deletes all of them.
            }
            next.proceed();
        });
        return made;
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            System.getLogger(Intake.class.getName())
                    .log(System.Logger.Level.WARNING, "left behind: " + file + " (" + e.getMessage() + ")");
        }
    }
}
