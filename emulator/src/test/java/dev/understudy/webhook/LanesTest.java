package dev.understudy.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.dialect.wavespeed.WaveSpeed;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LanesTest {

    private static final Receipt OK = new Receipt.Answered(200, "");

    private final List<String> carried = new ArrayList<>();
    private final List<CompletableFuture<Receipt>> receipts = new ArrayList<>();
    private final Lanes lanes = new Lanes(this::carry, Duration.ofMinutes(1));

    @Test
    void theNextMessageToAReceiverWaitsForTheAnswerToTheOneBefore() {
        CompletableFuture<Receipt> first = lanes.send(message("http://a.test/1"));
        lanes.send(message("http://a.test/2"));
        lanes.send(message("http://a.test/3"));
        assertThat(carried).containsExactly("/1");

        receipts.get(0).complete(OK);
        assertThat(first).isCompletedWithValue(OK);
        assertThat(carried).containsExactly("/1", "/2");
        receipts.get(1).complete(new Receipt.Answered(500, ""));
        assertThat(carried).containsExactly("/1", "/2", "/3");
    }

    @Test
    void anotherReceiverIsNotWaitedFor() {
        lanes.send(message("http://a.test/1"));
        lanes.send(message("http://a.test:8080/2"));
        lanes.send(message("http://b.test/3"));

        assertThat(carried).containsExactly("/1", "/2", "/3");
    }

    @Test
    void aReceiverThatDoesNotAnswerIsNotWaitedForForever() throws Exception {
        CompletableFuture<Void> second = new CompletableFuture<>();
        Lanes impatient = new Lanes(
                message -> {
                    if (message.receiver().getPath().equals("/2")) {
                        second.complete(null);
                    }
                    return new CompletableFuture<>();
                },
                Duration.ofMillis(1));

        CompletableFuture<Receipt> first = impatient.send(message("http://a.test/1"));
        impatient.send(message("http://a.test/2"));

        second.get(10, TimeUnit.SECONDS);
        assertThat(first).isNotDone();
    }

    @Test
    void aThousandMessagesInALaneDoNotExhaustTheStack() {
        for (int i = 0; i < 1_000; i++) {
            lanes.send(message("http://a.test/" + i));
        }
        for (int i = 0; i < 1_000; i++) {
            receipts.get(i).complete(OK);
        }

        assertThat(carried).hasSize(1_000).endsWith("/999");
    }

    private CompletableFuture<Receipt> carry(Message message) {
        carried.add(message.receiver().getPath());
        receipts.add(new CompletableFuture<>());
        return receipts.get(receipts.size() - 1);
    }

    private static Message message(String url) {
        return new Message(URI.create(url), Map.of(), new byte[0], Seal.without(WaveSpeed.WEBHOOKS));
    }
}
