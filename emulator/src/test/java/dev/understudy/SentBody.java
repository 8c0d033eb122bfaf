package dev.understudy;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow;

/** Reads back what a request was sent with. */
final class SentBody implements Flow.Subscriber<ByteBuffer> {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    private SentBody() {}

    /** @param body one that has its bytes at hand, such as those of a string or an array */
    static byte[] of(BodyPublisher body) {
        SentBody sent = new SentBody();
        body.subscribe(sent);
        return sent.bytes.toByteArray();
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(ByteBuffer part) {
        byte[] copy = new byte[part.remaining()];
        part.get(copy);
        bytes.writeBytes(copy);
    }

    @Override
    public void onError(Throwable problem) {
        throw new AssertionError("a body at hand cannot fail", problem);
    }

    @Override
    public void onComplete() {
        // All parts came before.
    }
}
