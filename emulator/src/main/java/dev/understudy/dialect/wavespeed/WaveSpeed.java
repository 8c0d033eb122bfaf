package dev.understudy.dialect.wavespeed;

import dev.understudy.dialect.Call;
import dev.understudy.dialect.Dialect;
import dev.understudy.dialect.Operation;
import dev.understudy.dialect.Reply;
import dev.understudy.dialect.Request;
import dev.understudy.sandbox.Refused;
import dev.understudy.sandbox.Sandbox;
import dev.understudy.sandbox.Sandboxes;
import dev.understudy.settings.InitialStatus;
import dev.understudy.webhook.Manner;
import java.util.List;
import java.util.Optional;

/** The WaveSpeedAI public REST API, version 3. */
public final class WaveSpeed implements Dialect {

    /** How its webhooks are signed and tried again. */
    public static final Manner WEBHOOKS = new WebhookManner();

    private final Sandboxes sandboxes;
    private final List<Operation> operations;

    /** @param waiting the status word of a job that waits, in polls; a submit answer always says {@code created} */
    public WaveSpeed(Sandboxes sandboxes, InitialStatus waiting) {
        this.sandboxes = sandboxes;
        PredictionJson json = new PredictionJson(waiting);
        Predictions predictions = new Predictions(json, sandboxes.media());
        Listing listing = new Listing(json);
        MediaUploads uploads = new MediaUploads();
        ModelEndpoints models = new ModelEndpoints();
        BillingEndpoints billing = new BillingEndpoints();
        this.operations = List.of(
                Operation.get("wavespeed.result", "/api/v3/predictions/{id}/result", up(predictions::result)),
                Operation.get("wavespeed.prediction", "/api/v3/predictions/{id}", up(predictions::result)),
                blocking("wavespeed.list", "POST", "/api/v3/predictions", Operation.Body.IN_MEMORY, listing::post),
                blocking("wavespeed.list", "GET", "/api/v3/predictions", Operation.Body.NONE, listing::get),
                Operation.post("wavespeed.delete.many", "/api/v3/predictions/delete", up(Deletion::many)),
                Operation.delete("wavespeed.delete", "/api/v3/predictions/{id}", up(Deletion::one)),
                Operation.get("wavespeed.v2.result", "/api/v2/predictions/{id}/result", up(predictions::result)),
                blocking(
                        "wavespeed.v2.upload",
                        "POST",
                        "/api/v2/media/upload/binary",
                        Operation.Body.FORM,
                        uploads::binary),
                Operation.post("wavespeed.upload.ticket", "/api/v3/media/uploads", up(uploads::ticket)),
                blocking(
                        "wavespeed.upload.binary",
                        "POST",
                        "/api/v3/media/upload/binary",
                        Operation.Body.FORM,
                        uploads::binary),
                Operation.get("wavespeed.models", "/api/v3/models", up(models::list)),
                Operation.post("wavespeed.price", "/api/v3/model/price", spoiled(models::price)),
                Operation.post("wavespeed.pricing", "/api/v3/model/pricing", spoiled(models::pricing)),
                Operation.get("wavespeed.webhook.secret", "/api/v3/webhook/secret", up(Callbacks::secret)),
                Operation.get("wavespeed.balance", "/api/v3/balance", up(billing::balance)),
                Operation.get("wavespeed.account.balance", "/api/v3/account/balance", up(billing::accountBalance)),
                Operation.post("wavespeed.billings", "/api/v3/billings/search", up(billing::search)),
                blocking(
                        "wavespeed.usage",
                        "POST",
                        "/api/v3/user/usage_stats",
                        Operation.Body.IN_MEMORY,
                        billing::usage),
                Operation.post("wavespeed.submit", "/api/v3/{model...}", spoiled(predictions::submit)));
    }

    @Override
    public List<String> prefixes() {
        return List.of("/api/");
    }

    @Override
    public List<Operation> operations() {
        return operations;
    }

    @Override
    public Optional<Sandbox> sandbox(Request request) {
        return Optional.of(sandboxes.of(request.bearerToken().orElseThrow(WaveSpeed::unauthorized)));
    }

    @Override
    public Reply refuse(Refused refused) {
        return Errors.render(refused);
    }

    // What goes wrong may do so at any endpoint, not only the one that starts jobs.
    private static Operation.Handler up(Operation.Handler handler) {
        return spoiled(call -> {
            // An id of the usual form is on the visit already, whether or not there is such a job.
            if (call.visit().prediction().isEmpty()) {
                Optional.ofNullable(call.request().variable("id"))
                        .filter(id -> call.sandbox().prediction(id).isPresent())
                        .ifPresent(call.visit()::concerns);
            }
            call.sandbox().admit(call.visit());
            return handler.handle(call);
        });
    }

    /** @param handler has the call admitted itself, when it knows what it is about */
    private static Operation.Handler spoiled(Operation.Handler handler) {
        return (Call call) -> {
            ClientHeaders.note(call);
            try {
                return handler.handle(call);
            } finally {
                call.sandbox().strikeWire(call.visit());
            }
        };
    }

    private static Operation blocking(
            String name, String method, String path, Operation.Body body, Operation.Handler handler) {
        return Operation.blocking(name, method, path, body, up(handler));
    }

    private static Refused unauthorized() {
        return new Refused(
                Refused.Reason.UNAUTHORIZED, "send the header 'Authorization: Bearer KEY'; any non-empty key will do");
    }
}
