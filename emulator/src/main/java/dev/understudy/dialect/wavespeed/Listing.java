package dev.understudy.dialect.wavespeed;

import dev.understudy.dialect.Call;
import dev.understudy.dialect.Json;
import dev.understudy.dialect.Reply;
import dev.understudy.prediction.Prediction;
import dev.understudy.prediction.State;
import dev.understudy.sandbox.PredictionStore;
import dev.understudy.sandbox.Sandbox;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Predictions of the past seven days, newest first. Any page takes the same time, however many there are, unless the
 * list is narrowed down to a model or a status: a status is a function of the time, so each prediction between the two
 * dates is looked at. Hence listing is for a thread that may take a while.
 */
final class Listing {

    // One state with three names: in captures, in the provider's guides, and in its desktop client.
    private static final Set<String> WAITING = Set.of("created", "queued", "pending");

    private final PredictionJson json;

    Listing(PredictionJson json) {
        this.json = json;
    }

    /** {@code POST /api/v3/predictions}, which the clients use. */
    Reply post(Call call) {
        return list(call, ListQuery.of(Json.readObject(call.request().body())));
    }

    /** {@code GET /api/v3/predictions}, which only one page of the documentation has. */
    Reply get(Call call) {
        return list(call, ListQuery.of(call.request()));
    }

    private Reply list(Call call, ListQuery query) {
        Sandbox sandbox = call.sandbox();
        Instant now = sandbox.clock().instant();
        PredictionStore.Page found = sandbox.predictions()
                .page(
                        new PredictionStore.Selection(
                                query.after(),
                                query.before(),
                                filter(query, job -> sandbox.predictions().seen(job, now))),
                        (query.page() - 1L) * query.pageSize(),
                        query.pageSize());
        // Media are told as URLs even where a poll has base64: a hundred videos in one answer help nobody.
        Links links = Links.of(call);
        return Reply.json(200, Envelope.success(out -> {
            out.writeStartObject();
            out.writeNumberField("page", query.page());
            out.writeNumberField("total", found.total());
            out.writeArrayFieldStart("items");
            for (Prediction job : found.predictions()) {
                json.item(out, job, sandbox.predictions().seen(job, now), query.inputs(), links);
            }
            out.writeEndArray();
            out.writeEndObject();
        }));
    }

    private Optional<Predicate<Prediction>> filter(ListQuery query, Function<Prediction, State> seen) {
        Optional<Predicate<Prediction>> model =
                query.model().map(wanted -> job -> job.model().equals(wanted));
        Optional<Predicate<Prediction>> status =
                query.status().map(wanted -> job -> isCalled(wanted, json.status(seen.apply(job))));
        return model.isPresent() && status.isPresent()
                ? Optional.of(model.get().and(status.get()))
                : model.or(() -> status);
    }

    private static boolean isCalled(String wanted, String status) {
        return wanted.equals(status) || WAITING.contains(wanted) && WAITING.contains(status);
    }
}
