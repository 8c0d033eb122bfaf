package dev.understudy.contract.cassette;

import dev.understudy.contract.api.Relay;
import dev.understudy.contract.api.Reply;
import dev.understudy.contract.evidence.Body;
import dev.understudy.contract.evidence.Exchange;
import dev.understudy.contract.evidence.Origins;
import dev.understudy.contract.target.TargetException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** Answers as recorded, and nothing else. Safe for use by many threads. */
final class Player implements Front.Answering, AutoCloseable {
    // A delivery that comes before the answer to its submit would be the fault of nobody but this class.
    private static final long AFTER_THE_ANSWER_MS = 50;

    private final Folder folder;
    private final List<Deck> decks;
    private final URI origin;
    private final Optional<Signature> signature;
    private final LongSupplier nanos;
    private final Consumer<String> say;
    private final Scribe scribe = new Scribe();
    private final Relay relay = new Relay();
    private final Map<Deck, URI> receivers = new HashMap<>();
    private final ScheduledExecutorService deliveries = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "understudy-webhooks");
        thread.setDaemon(true);
        return thread;
    });
    private int unmatched;

    /**
     * @param signature of webhooks; empty for none
     * @param nanos a clock that only goes forward
     */
    Player(Folder folder, double speed, Optional<Signature> signature, LongSupplier nanos, Consumer<String> say) {
        this.folder = folder;
        this.signature = signature;
        List<Cassette> cassettes = folder.cassettes();
        this.decks =
                cassettes.stream().map(cassette -> new Deck(cassette, speed)).toList();
        this.origin = cassettes.get(0).upstream();
        this.nanos = nanos;
        this.say = say;
    }

    @Override
    public synchronized Reply answer(Call call) {
        Question question = Question.of(scribe.request(call.sentTo(origin.toString(), call.url())));
        Optional<Deck> next = decks.stream()
                .filter(deck -> deck.nextAt(question).isPresent())
                .min(Comparator.comparingLong(deck -> deck.nextAt(question).getAsLong()));
        if (next.isPresent()) {
            Step step = next.get().play(question, nowMs());
            WebhookQuery.of(call.url()).ifPresent(url -> receiver(next.get(), url));
            return played(next.get(), step, call);
        }
        for (Deck deck : decks) {
            // A submit that was refused and then accepted is not refused anew.
            boolean mayRepeat = deck.cassette().isJob() || decks.stream().noneMatch(one -> one.beginsWith(question));
            Optional<Step> step = mayRepeat ? deck.again(question, nowMs()) : Optional.empty();
            if (step.isPresent()) {
                return played(deck, step.get(), call);
            }
        }
        return unmatched(question);
    }

    private Reply played(Deck deck, Step step, Call call) {
        deck.webhooks().forEach(webhook -> schedule(deck, webhook));
        return reply(step.exchange().response(), call.base());
    }

    synchronized int unmatched() {
        return unmatched;
    }

    /** The names of the cassettes that were not played to their ends. */
    synchronized List<String> unused() {
        return decks.stream()
                .filter(deck -> !deck.isUsed())
                .map(deck -> deck.cassette().name())
                .toList();
    }

    private void receiver(Deck deck, String url) {
        try {
            receivers.put(deck, URI.create(url));
        } catch (IllegalArgumentException e) {
            say.accept("The webhook of " + deck.cassette().name() + " is no URL, so nothing is delivered");
        }
    }

    private void schedule(Deck deck, Step webhook) {
        URI receiver = receivers.get(deck);
        if (receiver != null) {
            long delay = Math.max(AFTER_THE_ANSWER_MS, deck.after(webhook));
            deliveries.schedule(() -> deliver(webhook.exchange(), receiver), delay, TimeUnit.MILLISECONDS);
        }
    }

    private void deliver(Exchange recorded, URI receiver) {
        try {
            Map<String, List<String>> headers = new TreeMap<>();
            recorded.request().headers().forEach((name, value) -> headers.put(name, List.of(value)));
            byte[] body = bytes(recorded.request().body(), origin.toString()).orElse(new byte[0]);
            String id = Step.job(recorded.request().body()).path("id").asText("");
            long now = Instant.now().getEpochSecond();
            headers.put("webhook-id", List.of(id));
            headers.put("webhook-timestamp", List.of(String.valueOf(now)));
            signature.ifPresent(signing -> headers.putAll(signing.headers(id, now, body)));
            Reply reply = relay.send(recorded.request().method(), receiver, headers, body);
            say.accept("webhook delivered to " + Receivers.place(receiver) + ", which answered " + reply.status());
        } catch (TargetException | IllegalArgumentException e) {
            say.accept("a webhook was not delivered: " + e.getMessage());
        }
    }

    private Reply reply(Exchange.Response recorded, String base) {
        Map<String, List<String>> headers = new TreeMap<>();
        recorded.headers()
                .forEach((name, value) -> headers.put(name, List.of(Origins.replace(value, origin.toString(), base))));
        return bytes(recorded.body(), base)
                .map(bytes -> new Reply(recorded.status(), headers, bytes))
                .orElseGet(() -> Problems.of(
                        501, "The recording has this file by its digest alone; record with --keep-media", ""));
    }

    private Optional<byte[]> bytes(Body body, String base) {
        if (body instanceof Body.Media media) {
            return folder.bytes(media);
        }
        String text = body instanceof Body.Json json ? json.value().toString() : "";
        String plain = body instanceof Body.Text other ? other.text() : text;
        return Optional.of(Origins.replace(plain, origin.toString(), base).getBytes(StandardCharsets.UTF_8));
    }

    private Reply unmatched(Question question) {
        unmatched++;
        List<Question> recorded = new ArrayList<>();
        decks.forEach(deck -> deck.cassette().steps().stream()
                .filter(step -> step.kind() != Step.Kind.WEBHOOK)
                .forEach(step -> recorded.add(Question.of(step.exchange().request()))));
        String nearest = recorded.stream()
                .max(Comparator.comparingInt(question::likeness))
                .map(Question::text)
                .orElse("nothing");
        String message = recorded.contains(question)
                ? "Asked more often, or earlier, than recorded: " + question.text()
                : "Not in the recording: " + question.text() + "; the nearest in it: " + nearest;
        say.accept("UNMATCHED  " + message);
        return Problems.of(404, message, nearest.replaceAll("[^ -~]|\\{.*", "").strip());
    }

    private long nowMs() {
        return nanos.getAsLong() / 1_000_000;
    }

    @Override
    public void close() {
        deliveries.shutdownNow();
    }
}
