package dev.understudy.dialect.storage;

import dev.understudy.dialect.Call;
import dev.understudy.dialect.Dialect;
import dev.understudy.dialect.Operation;
import dev.understudy.dialect.Reply;
import dev.understudy.dialect.Request;
import dev.understudy.journal.Redaction;
import dev.understudy.sandbox.MediaAddress;
import dev.understudy.sandbox.MediaLibrary;
import dev.understudy.sandbox.Refused;
import dev.understudy.sandbox.Sandbox;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Stands in for the object store that uploads are PUT to and the content network that files are fetched from. Neither
 * takes an API key: knowing the address is what lets a caller in.
 */
public final class StorageHost implements Dialect {

    private static final String FILE = "/media/{sandbox}/{kind}/{owner}/{name}";

    private final MediaLibrary media;

    public StorageHost(MediaLibrary media) {
        this.media = media;
    }

    @Override
    public List<String> prefixes() {
        return List.of("/media/");
    }

    @Override
    public List<Operation> operations() {
        return List.of(
                Operation.blocking("storage.get", "GET", FILE, Operation.Body.NONE, spoiled(this::get)),
                Operation.blocking("storage.put", "PUT", FILE, Operation.Body.STREAMED, spoiled(this::put)));
    }

    @Override
    public Optional<Sandbox> sandbox(Request request) {
        return MediaAddress.parse(request.path()).flatMap(media::sandbox);
    }

    @Override
    public Reply refuse(Refused refused) {
        return switch (refused.reason()) {
            case TOO_LARGE -> Reply.text(413, refused.getMessage());
            case EXISTS_ALREADY -> Reply.text(412, refused.getMessage());
            case INVALID -> Reply.text(400, refused.getMessage());
            case UNAUTHORIZED, FORBIDDEN -> Reply.text(403, "Forbidden");
            case TOO_MANY_AT_ONCE, TOO_MANY_PER_MINUTE -> Reply.text(429, "Too Many Requests");
            case UNAVAILABLE -> Reply.text(503, "Service Unavailable");
            case FAILING -> Reply.text(refused.status(), "Server Error");
            case GATEWAY_TIMEOUT -> Reply.text(504, "Gateway Timeout");
            case INTERNAL -> Reply.text(500, "Internal server error");
            default -> Reply.text(404, refused.getMessage());
        };
    }

    // How an object store words its refusals is not known; the statuses are those that any HTTP server would give.
    private static Operation.Handler spoiled(Operation.Handler handler) {
        return (Call call) -> {
            if (call.caller().isEmpty()) {
                return handler.handle(call);
            }
            try {
                call.sandbox().admit(call.visit());
                return handler.handle(call);
            } finally {
                call.sandbox().strikeWire(call.visit());
            }
        };
    }

    private Reply get(Call call) {
        noteKey(call);
        MediaAddress address = address(call);
        if (address.kind() == MediaAddress.Kind.PREDICTIONS) {
            call.visit().concerns(address.owner());
        }
        return new Reply.File(media.find(address).orElseThrow(StorageHost::notFound));
    }

    private Reply put(Call call) throws IOException {
        noteKey(call);
        MediaAddress address = address(call);
        Sandbox owner = call.caller().orElseThrow(StorageHost::notFound);
        boolean replace =
                !call.request().header("If-None-Match").map("*"::equals).orElse(false);
        owner.uploads().requireHeaders(address, call.request()::header);
        owner.uploads().fill(address, replace, call.request().stream());
        return Reply.empty(200);
    }

    private static MediaAddress address(Call call) {
        return MediaAddress.parse(call.request().path()).orElseThrow(StorageHost::notFound);
    }

    // The real host belongs to somebody else; a client that sends its key there gives it away.
    private static void noteKey(Call call) {
        if (Redaction.KEY_HEADERS.stream()
                .anyMatch(name -> call.request().header(name).isPresent())) {
            call.visit().note("the API key was sent to the media host, which does not need it");
        }
    }

    private static Refused notFound() {
        return new Refused(Refused.Reason.NO_SUCH_ROUTE, "there is no such file");
    }
}
