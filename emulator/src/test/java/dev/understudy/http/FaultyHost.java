package dev.understudy.http;

import dev.understudy.dialect.Call;
import dev.understudy.dialect.Dialect;
import dev.understudy.dialect.Operation;
import dev.understudy.dialect.Reply;
import dev.understudy.dialect.Request;
import dev.understudy.fault.Fault;
import dev.understudy.fault.Origin;
import dev.understudy.fault.Struck;
import dev.understudy.metrics.Metrics;
import dev.understudy.sandbox.MediaFile;
import dev.understudy.sandbox.Refused;
import dev.understudy.sandbox.Sandbox;
import dev.understudy.settings.Setting;
import dev.understudy.settings.Settings;
import dev.understudy.store.Scratch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/** A server with a wire format that gives every kind of answer with every fault: {@code /t/{kind}/{fault}}. */
final class FaultyHost implements Dialect, AutoCloseable {

    static final String JSON = "{\"code\":200,\"message\":\"success\",\"data\":{\"id\":\"0123456789\"}}";

    static final Duration A_WHILE = Duration.ofMillis(150);

    private static final Map<String, Fault> FAULTS = Map.of(
            "delay", new Fault.Delay(A_WHILE),
            "reset", new Fault.Reset(),
            "empty", new Fault.EmptyReply(),
            "truncated", new Fault.Truncated(),
            "malformed", new Fault.Malformed(),
            "dribble", new Fault.Dribble(A_WHILE),
            "never", new Fault.Delay(Duration.ofHours(1)));

    final byte[] film = new byte[300_000];
    final AtomicInteger carriedOut = new AtomicInteger();
    private final Scratch scratch = new Scratch();
    private final Path file;
    private final Server server;

    FaultyHost(Path folder) throws IOException {
        for (int i = 0; i < film.length; i++) {
            film[i] = (byte) (i % 101);
        }
        file = Files.write(folder.resolve("film.mp4"), film);
        server = new Server(Settings.defaults().with(Setting.PORT, "0"), List.of(this), scratch, new Metrics());
    }

    int port() {
        return server.port();
    }

    @Override
    public void close() {
        server.close();
        scratch.close();
    }

    @Override
    public List<String> prefixes() {
        return List.of("/");
    }

    @Override
    public List<Operation> operations() {
        return List.of(
                Operation.get("t.get", "/t/{kind}/{fault}", this::answer),
                Operation.post("t.post", "/t/{kind}/{fault}", this::answer),
                Operation.blocking("t.put", "PUT", "/t/{kind}/{fault}", Operation.Body.STREAMED, this::take));
    }

    @Override
    public Optional<Sandbox> sandbox(Request request) {
        return Optional.empty();
    }

    @Override
    public Reply refuse(Refused refused) {
        return Reply.text(404, refused.getMessage());
    }

    private Reply take(Call call) throws IOException {
        call.request().stream().readAllBytes();
        return answer(call);
    }

    private Reply answer(Call call) {
        Optional.ofNullable(FAULTS.get(call.request().variable("fault")))
                .ifPresent(fault -> call.visit().strike(new Struck(fault, new Origin.Header(), Optional.empty())));
        carriedOut.incrementAndGet();
        Reply json = Reply.json(200, JSON.getBytes());
        return switch (call.request().variable("kind")) {
            case "json" -> json;
            case "nothing" -> Reply.empty(204);
            case "later" -> new Reply.Later(CompletableFuture.supplyAsync(() -> json));
            case "costly" -> new Reply.Costly(() -> json);
            case "memory" -> new Reply.File(new MediaFile.InMemory("video/mp4", Instant.EPOCH, "tag", film));
            case "disk" -> new Reply.File(new MediaFile.OnDisk("video/mp4", film.length, Instant.EPOCH, "tag", file));
            default -> throw new Refused(Refused.Reason.NO_SUCH_ROUTE, "no such kind");
        };
    }
}
