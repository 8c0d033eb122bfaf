package dev.understudy.control;

import dev.understudy.dialect.Answered;
import dev.understudy.dialect.Call;
import dev.understudy.dialect.Dialect;
import dev.understudy.dialect.Json;
import dev.understudy.dialect.Operation;
import dev.understudy.dialect.Reply;
import dev.understudy.dialect.Request;
import dev.understudy.sandbox.Refused;
import dev.understudy.sandbox.Sandbox;
import dev.understudy.sandbox.Sandboxes;
import dev.understudy.settings.Settings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** The emulator's own API. Calls about a sandbox carry its key as {@code Authorization: Bearer}, or its reference. */
public final class Control implements Dialect {

    /** Its own, and one for each provider. */
    private static final List<String> DOCUMENTS = List.of("control", "wavespeed", "eachlabs", "soraguide", "openai");

    /** Names a sandbox by its reference, for callers that do not have its key. */
    static final String SANDBOX = "Understudy-Sandbox";

    private final Sandboxes sandboxes;
    private final String version;
    private final Access access;
    private final BooleanSupplier ready;
    private final Console console = new Console();
    private final EndpointCalls endpoints;

    /**
     * @param ready whether the server is to be told ready, asked with every probe
     * @param events the types of events that receivers of webhooks can be registered for
     */
    public Control(Sandboxes sandboxes, String version, Settings settings, BooleanSupplier ready, List<String> events) {
        this.sandboxes = sandboxes;
        this.version = version;
        this.access = Access.of(settings);
        this.ready = ready;
        this.endpoints = new EndpointCalls(events);
    }

    /** What control calls must carry in the header {@code Understudy-Token}; empty if they need not. */
    public Optional<String> token() {
        return access.token();
    }

    /** The id of a job as it is kept, however a provider writes it. */
    public static String jobId(String id) {
        return JobIds.plain(id);
    }

    @Override
    public List<String> prefixes() {
        return List.of("/__understudy/");
    }

    @Override
    public List<Operation> operations() {
        Inboxes inboxes = new Inboxes(sandboxes);
        return Stream.concat(open(inboxes).stream(), guarded(inboxes).stream().map(access::guard))
                .toList();
    }

    // For everybody: what a probe, a scraper, a reader of documents and the sender of a webhook ask.
    private List<Operation> open(Inboxes inboxes) {
        List<Operation> open = List.of(
                Operation.get("control.live", "/__understudy/live", call -> status(200, "live")),
                Operation.get("control.ready", "/__understudy/ready", call -> readiness()),
                new MetricsCalls(new Exposition(sandboxes, version)).operation(),
                Operation.post("control.inbox.receive", Inboxes.RECEIVER, inboxes::receive));
        return Stream.of(
                        open.stream(),
                        console.operations().stream(),
                        DOCUMENTS.stream().map(Control::document))
                .flatMap(operations -> operations)
                .toList();
    }

    private static Operation document(String name) {
        return Operation.blocking(
                "control.openapi." + name,
                "GET",
                "/__understudy/openapi/" + name + ".json",
                Operation.Body.NONE,
                call -> ApiDocuments.named(name + ".json"));
    }

    private List<Operation> guarded(Inboxes inboxes) {
        return Stream.of(
                        records(inboxes),
                        new Explanations(sandboxes).operations(),
                        new SandboxCalls(sandboxes).operations(),
                        PredictionCalls.operations(),
                        CharacterCalls.operations(),
                        ClockCalls.operations(),
                        FaultCalls.operations(),
                        ProgressionCalls.operations(),
                        endpoints.operations(),
                        DeliveryCalls.operations(),
                        new SnapshotCalls(sandboxes).operations())
                .flatMap(List::stream)
                .toList();
    }

    private List<Operation> records(Inboxes inboxes) {
        return List.of(
                Operation.get("control.journal", Journals.PATH, Journals::page),
                Operation.get("control.journal.stream", Journals.STREAM, Journals::stream),
                Operation.get("control.hygiene", "/__understudy/hygiene", Control::hygiene),
                Operation.get("control.ledger", "/__understudy/ledger", Control::ledger),
                Operation.get("control.inboxes", Inboxes.ALL, Inboxes::all),
                Operation.get("control.inbox", Inboxes.PATH, inboxes::list),
                inboxes.emptying());
    }

    /**
     * By its key or, where none is sent, by its reference. A reference lets nobody in: who is asked for the server's token
     * is asked for it before it is told whether there is such a sandbox.
     */
    @Override
    public Optional<Sandbox> sandbox(Request request) {
        return named(request).or(() -> request.bearerToken().map(sandboxes::of));
    }

    private Optional<Sandbox> named(Request request) {
        Optional<String> reference = request.header(SANDBOX)
                .filter(sent -> request.header("Authorization").isEmpty());
        reference.ifPresent(sent -> access.require(request));
        return reference.map(sent -> sandboxes
                .referred(sent.trim())
                .orElseThrow(() -> new Refused(
                        Refused.Reason.NO_SUCH_ROUTE,
                        "no key has been used whose sandbox has the reference in the header " + SANDBOX)));
    }

    @Override
    public Map<String, String> headers(Answered answered) {
        return console.headers(answered);
    }

    /** Only what changes something: those who read the journal must not push out what they came to read. */
    @Override
    public boolean isJournaled(Operation operation) {
        return !operation.method().equals("GET");
    }

    @Override
    public Reply refuse(Refused refused) {
        return Problem.of(refused);
    }

    private Reply readiness() {
        return ready.getAsBoolean() ? status(200, "ready") : status(503, "starting");
    }

    private Reply status(int status, String word) {
        return Reply.json(status, Json.write(json -> {
            json.writeStartObject();
            json.writeStringField("status", word);
            json.writeStringField("version", version);
            json.writeEndObject();
        }));
    }

    private static Reply hygiene(Call call) {
        return Reply.json(200, HygieneJson.write(call.sandbox().hygiene()));
    }

    private static Reply ledger(Call call) {
        return Reply.json(200, LedgerJson.write(call.sandbox().ledger().statement()));
    }
}
