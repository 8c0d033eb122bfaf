package dev.understudy.webhook;

import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/** Reads an answer to its end and keeps the beginning, read as UTF-8. */
final class Beginning implements HttpResponse.BodySubscriber<String> {

    static final int MOST_BYTES = 1_000;

    private final ByteBuffer kept = ByteBuffer.allocate(MOST_BYTES);
    private final CompletableFuture<String> text = new CompletableFuture<>();

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> parts) {
        for (ByteBuffer part : parts) {
            kept.put(part.limit(part.position() + Math.min(part.remaining(), kept.remaining())));
        }
    }

    @Override
    public void onError(Throwable problem) {
        text.completeExceptionally(problem);
    }

    // A letter that was cut in two at the end is left out.
    @Override
    public void onComplete() {
        CharBuffer letters = CharBuffer.allocate(MOST_BYTES);
        StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE)
                .decode(kept.flip(), letters, false);
        text.complete(letters.flip().toString());
    }

    @Override
    public CompletionStage<String> getBody() {
        return text;
    }
}
