package dev.understudy.dialect.eachlabs;

import dev.understudy.catalog.Model;
import dev.understudy.dialect.Request;
import dev.understudy.prediction.Outcome;
import dev.understudy.prediction.Prediction;
import dev.understudy.prediction.State;
import dev.understudy.sandbox.PredictionStore;
import dev.understudy.sandbox.Refused;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which executions a list is to have. How the real service takes a word that it does not know is not known; here it is
 * refused.
 *
 * @param workflow whether those of a workflow are wanted; nothing here belongs to one
 */
record ExecutionQuery(
        int limit,
        int offset,
        Optional<String> model,
        Set<String> statuses,
        Optional<String> classification,
        Instant from,
        Instant to,
        boolean workflow) {

    private static final int USUAL = 20;
    private static final int MOST = 100;

    private static final List<String> STATUSES =
            List.of("created", "starting", "processing", "success", "error", "failed", "cancelled");
    private static final List<String> CLASSIFICATIONS = List.of(
            "content_moderation",
            "execution_timeout",
            "invalid_user_input",
            "invalid_model_config",
            "provider_auth",
            "provider_error",
            "provider_rate_limit",
            "provider_unavailable",
            "internal_error",
            "unknown");

    static ExecutionQuery of(Request request) {
        return new ExecutionQuery(
                Query.whole(request, "limit", USUAL, 1, MOST),
                Query.whole(request, "offset", 0, 0, Integer.MAX_VALUE),
                text(request, "model"),
                words(request, "status", STATUSES),
                words(request, "error_classification", CLASSIFICATIONS).stream().findFirst(),
                time(request, "from").orElse(Instant.EPOCH),
                time(request, "to").orElse(Instant.MAX),
                text(request, "workflow_id").isPresent()
                        || text(request, "workflow_execution_id").isPresent());
    }

    /** @param states how each job stands */
    PredictionStore.Selection selection(PredictionJson json, Function<Prediction, State> states) {
        return new PredictionStore.Selection(
                // Both ends are within.
                from.equals(Instant.EPOCH) ? from : from.minusNanos(1),
                to.equals(Instant.MAX) ? to : to.plusNanos(1),
                Optional.of(job -> isWanted(job, json, states)));
    }

    private boolean isWanted(Prediction job, PredictionJson json, Function<Prediction, State> states) {
        // Other providers' jobs of the same key are no executions.
        if (workflow || !Model.provider(job.model()).equals(EachLabs.PROVIDER)) {
            return false;
        }
        if (model.isPresent() && !model.get().equals(Model.plain(job.model()))) {
            return false;
        }
        State state = states.apply(job);
        return (statuses.isEmpty() || statuses.contains(json.status(state)))
                && (classification.isEmpty() || classification.equals(classification(state)));
    }

    private static Optional<String> classification(State state) {
        return state instanceof State.Ended ended && ended.outcome() instanceof Outcome.Failed failed
                ? Optional.of(Trouble.of(failed.failure()).classification())
                : Optional.empty();
    }

    private static Optional<String> text(Request request, String name) {
        return request.query(name).filter(text -> !text.isEmpty());
    }

    private static Set<String> words(Request request, String name, List<String> known) {
        Set<String> words = text(request, name).stream()
                .flatMap(list -> Stream.of(list.split(",")))
                .map(String::trim)
                .collect(Collectors.toSet());
        if (!known.containsAll(words)) {
            throw invalid(name);
        }
        return words;
    }

    private static Optional<Instant> time(Request request, String name) {
        try {
            return text(request, name).map(text -> OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            throw invalid(name);
        }
    }

    private static Refused invalid(String name) {
        return new Refused(Refused.Reason.INVALID, "invalid " + name + " parameter");
    }
}
