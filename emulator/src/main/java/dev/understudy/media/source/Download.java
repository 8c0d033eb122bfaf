package dev.understudy.media.source;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/** A response body on its way into a file. It stops, rather than fails, at the byte limit. */
final class Download implements HttpResponse.BodySubscriber<Download> {

    private final Path file;
    private final CompletableFuture<Download> done = new CompletableFuture<>();
    private FileChannel channel;
    private Flow.Subscription subscription;
    private long left;

    Download(Path file, long mostBytes) {
        this.file = file;
        this.left = mostBytes;
    }

    Path file() {
        return file;
    }

    boolean overflowed() {
        return left < 0;
    }

    void discard() throws IOException {
        if (subscription != null) {
            subscription.cancel();
        }
        Files.deleteIfExists(file);
    }

    @Override
    public CompletionStage<Download> getBody() {
        return done;
    }

    @Override
    public void onSubscribe(Flow.Subscription newSubscription) {
        subscription = newSubscription;
        try {
            channel = FileChannel.open(file, StandardOpenOption.WRITE);
            subscription.request(1);
        } catch (IOException e) {
            onError(e);
        }
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        try {
            for (ByteBuffer buffer : buffers) {
                left -= buffer.remaining();
                if (left < 0) {
                    subscription.cancel();
                    onComplete();
                    return;
                }
                while (buffer.hasRemaining()) {
                    channel.write(buffer);
                }
            }
            subscription.request(1);
        } catch (IOException e) {
            subscription.cancel();
            onError(e);
        }
    }

    @Override
    public void onError(Throwable problem) {
        close();
        done.completeExceptionally(problem);
    }

    @Override
    public void onComplete() {
        close();
        done.complete(this);
    }

    private void close() {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            done.completeExceptionally(e);
        }
    }
}
