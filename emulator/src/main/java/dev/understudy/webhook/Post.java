package dev.understudy.webhook;

import dev.understudy.media.source.EgressPolicy;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Delivers over HTTP, for all sandboxes of a server. Redirects are not followed; nothing documents that they were. */
public final class Post implements Carrier, AutoCloseable {

    // Attempts of all sandboxes together. A receiver that never answers holds its places for the time limit.
    private static final int MOST_AT_ONCE = 256;

    // They ask name servers, which may take their time; the requests themselves need no thread of ours.
    private static final int MOST_THREADS = 8;

    private final EgressPolicy egress;
    private final Duration timeLimit;
    private final Gate gate = new Gate(MOST_AT_ONCE);
    private final Set<CompletableFuture<Receipt>> underWay = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = threads();
    private HttpClient client;

    /** @param timeLimit for one attempt, to the end of the receiver's answer; in real time */
    public Post(EgressPolicy egress, Duration timeLimit) {
        this.egress = egress;
        this.timeLimit = timeLimit;
    }

    Duration timeLimit() {
        return timeLimit;
    }

    @Override
    public CompletableFuture<Receipt> carry(Message message) {
        CompletableFuture<Receipt> receipt = new CompletableFuture<>();
        gate.enter(() -> {
            underWay.add(receipt);
            receipt.whenComplete((done, problem) -> {
                underWay.remove(receipt);
                gate.leave();
            });
            threads.execute(() -> send(message, receipt));
        });
        return receipt;
    }

    /** Drops what is under way. */
    @Override
    public void close() {
        threads.shutdownNow();
        underWay.forEach(receipt -> receipt.cancel(true));
    }

    private void send(Message message, CompletableFuture<Receipt> receipt) {
        try {
            Optional<String> objection = egress.objection(message.receiver());
            if (objection.isPresent()) {
                receipt.complete(new Receipt.NotMade(objection.get()));
            } else {
                post(request(message), receipt);
            }
        } catch (UnknownHostException e) {
            receipt.complete(failed(e));
        } catch (IllegalArgumentException e) {
            // It cites what is wrong with a header, which may be a secret.
            receipt.complete(new Receipt.Failed("a URL or a header that HTTP does not allow"));
        }
    }

    private void post(HttpRequest request, CompletableFuture<Receipt> receipt) {
        CompletableFuture<HttpResponse<String>> answer = client().sendAsync(request, headers -> new Beginning());
        receipt.whenComplete((done, problem) -> answer.cancel(true));
        answer.whenCompleteAsync(
                (response, problem) ->
                        receipt.complete(problem == null ? answered(request.uri(), response) : failed(problem)),
                threads);
        receipt.completeOnTimeout(tooLate(), timeLimit.toNanos(), TimeUnit.NANOSECONDS);
    }

    // The name may have been given another address since it was judged; what came from there is nobody's business.
    private Receipt answered(URI receiver, HttpResponse<String> response) {
        try {
            return egress.objection(receiver)
                    .<Receipt>map(Receipt.NotMade::new)
                    .orElseGet(() -> new Receipt.Answered(response.statusCode(), response.body()));
        } catch (UnknownHostException e) {
            return failed(e);
        }
    }

    private static HttpRequest request(Message message) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(message.receiver()).POST(HttpRequest.BodyPublishers.ofByteArray(message.body()));
        message.headers().forEach(request::header);
        return request.build();
    }

    private Receipt tooLate() {
        return new Receipt.Failed("no answer within " + timeLimit.toMillis() + " ms");
    }

    private static Receipt failed(Throwable problem) {
        Throwable cause = problem.getCause() == null ? problem : problem.getCause();
        String kind = cause.getClass().getSimpleName();
        return new Receipt.Failed(cause.getMessage() == null ? kind : kind + ": " + cause.getMessage());
    }

    /** Scheme, host and port of a receiver, and its path: its user information and query may hold secrets. */
    static String place(URI receiver) {
        int port = receiver.getPort();
        return receiver.getScheme() + "://" + receiver.getHost() + (port < 0 ? "" : ":" + port) + receiver.getRawPath();
    }

    // Made on first use: a cold HttpClient costs a quarter of a second, and most runs have no webhooks.
    private synchronized HttpClient client() {
        if (client == null) {
            client = HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();
        }
        return client;
    }

    private static ExecutorService threads() {
        ThreadPoolExecutor threads = new ThreadPoolExecutor(
                MOST_THREADS,
                MOST_THREADS,
                10,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                work -> {
                    Thread thread = new Thread(work, "understudy-webhook");
                    thread.setDaemon(true);
                    return thread;
                },
                new ThreadPoolExecutor.DiscardPolicy());
        threads.allowCoreThreadTimeOut(true);
        return threads;
    }
}
