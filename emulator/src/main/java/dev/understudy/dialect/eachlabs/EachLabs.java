package dev.understudy.dialect.eachlabs;

import dev.understudy.dialect.Answered;
import dev.understudy.dialect.Dialect;
import dev.understudy.dialect.Operation;
import dev.understudy.dialect.Reply;
import dev.understudy.dialect.Request;
import dev.understudy.sandbox.Refused;
import dev.understudy.sandbox.Sandbox;
import dev.understudy.sandbox.Sandboxes;
import dev.understudy.settings.EachlabsAnswers;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The public REST API of each::labs, version 1, as far as it is about Sora's models. */
public final class EachLabs implements Dialect {

    /** The word in the names of its models. */
    static final String PROVIDER = "eachlabs";

    private static final String PREDICTION = "/v1/prediction/{id}";
    private static final String MODELS = "/v1/models";
    private static final String MODEL = "/v1/model";

    // All who ask for models without a key are one.
    private static final String NOBODY = "";

    private final Sandboxes sandboxes;
    private final Errors errors;
    private final RequestIds requestIds;
    private final EachlabsAnswers answers;

    /** @param answers which of two conflicting sources the answers follow */
    public EachLabs(Sandboxes sandboxes, EachlabsAnswers answers) {
        this.sandboxes = sandboxes;
        this.answers = answers;
        this.errors = new Errors(answers);
        this.requestIds = new RequestIds(sandboxes.seed());
    }

    @Override
    public List<Operation> operations() {
        return Stream.of(predictions(), models(), others(new PredictionJson(answers)))
                .flatMap(List::stream)
                .toList();
    }

    private List<Operation> predictions() {
        Predictions predictions = new Predictions(new PredictionJson(answers));
        return List.of(
                Operation.get("eachlabs.result", PREDICTION, Admission.up(predictions::get)),
                Operation.post("eachlabs.submit", "/v1/prediction", Admission.spoiled(predictions::submit)),
                Operation.post("eachlabs.submit", "/v1/prediction/", Admission.spoiled(predictions::submit)),
                Operation.post("eachlabs.run.submit", "/v1/prediction/run", Admission.spoiled(SyncRuns::run)),
                Operation.post(
                        "eachlabs.cancel", PREDICTION + "/cancel", Admission.up(new Cancellation(answers)::cancel)));
    }

    private static List<Operation> models() {
        return List.of(
                Operation.get("eachlabs.models", MODELS, Admission.up(Models::list)),
                Operation.get("eachlabs.models.one", MODEL, Admission.up(Models::one)),
                Operation.get(
                        "eachlabs.models.schema",
                        MODELS + "/{slug}/schemas/openapi",
                        Admission.up(ModelDocument::get)));
    }

    private static List<Operation> others(PredictionJson json) {
        return List.of(
                Operation.post("eachlabs.upload", "/v1/upload/presign", Admission.up(Files::presign)),
                Operation.blocking(
                        "eachlabs.delete",
                        "DELETE",
                        "/v1/files/{file}",
                        Operation.Body.NONE,
                        Admission.up(Files::delete)),
                Operation.blocking(
                        "eachlabs.list",
                        "GET",
                        "/v1/executions",
                        Operation.Body.NONE,
                        Admission.up(new Executions(json)::list)),
                Operation.get("eachlabs.deliveries", "/v1/webhooks", Admission.up(Callbacks::list)),
                Operation.get("eachlabs.deliveries.one", "/v1/webhooks/{execution}", Admission.up(Callbacks::one)));
    }

    @Override
    public List<String> prefixes() {
        return List.of("/v1/prediction", MODELS, MODEL, "/v1/upload/", "/v1/files/", "/v1/executions", "/v1/webhooks");
    }

    @Override
    public Optional<Sandbox> sandbox(Request request) {
        Optional<String> key = Credentials.key(request);
        if (key.isEmpty() && !isOpen(request.path())) {
            throw new Refused(
                    Refused.Reason.UNAUTHORIZED,
                    "send the header 'Authorization: Bearer KEY' or 'X-API-Key: KEY'; any non-empty key will do");
        }
        return Optional.of(sandboxes.of(key.orElse(NOBODY)));
    }

    @Override
    public Reply refuse(Refused refused) {
        return errors.render(refused);
    }

    @Override
    public Map<String, String> headers(Answered answered) {
        return requestIds.of(answered);
    }

    // "No auth on GET /v1/models and GET /v1/model", the provider's overview; for the schemas it is inferred.
    private static boolean isOpen(String path) {
        return path.equals(MODEL) || path.startsWith(MODELS);
    }
}
