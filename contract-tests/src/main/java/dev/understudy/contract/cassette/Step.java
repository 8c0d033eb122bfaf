package dev.understudy.contract.cassette;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.understudy.contract.evidence.Body;
import dev.understudy.contract.evidence.Exchange;
import java.util.Locale;
import java.util.Set;

/**
 * One exchange of a cassette.
 *
 * @param afterMs when it began, in milliseconds after the cassette did
 */
record Step(Kind kind, long afterMs, Exchange exchange) {
    private static final Set<String> ENDS =
            Set.of("completed", "succeeded", "failed", "error", "cancelled", "canceled", "timeout");

    enum Kind {
        SUBMIT,
        POLL,
        /** What the service told the client's receiver. */
        WEBHOOK,
        /** Belongs to no job. */
        CALL;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The state of the job that the step shows; empty when it shows none. */
    String state() {
        Body told = kind == Kind.WEBHOOK
                ? exchange.request().body()
                : exchange.response().body();
        return job(told).path("status").asText("");
    }

    boolean showsTheEnd() {
        return isEnd(state());
    }

    static boolean isEnd(String state) {
        return ENDS.contains(state);
    }

    /** How far a state is: none may follow one that is further. */
    static int rank(String state) {
        if (isEnd(state)) {
            return 2;
        }
        return state.equals("processing") ? 1 : 0;
    }

    /** The job in a body, with or without an envelope. */
    static JsonNode job(Body body) {
        if (body instanceof Body.Json json) {
            return json.value().path("data").has("id") ? json.value().path("data") : json.value();
        }
        return MissingNode.getInstance();
    }
}
