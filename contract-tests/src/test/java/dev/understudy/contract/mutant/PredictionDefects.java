package dev.understudy.contract.mutant;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/** What may be wrong with predictions. */
final class PredictionDefects {
    private PredictionDefects() {}

    static Defect dropsUrls() {
        return (reply, asked) -> reply.withData(data -> data.remove("urls"));
    }

    static Defect callsTheStatusState() {
        return (reply, asked) -> reply.withData(data -> {
            if (data.has("status")) {
                data.set("state", data.remove("status"));
            }
        });
    }

    static Defect writesOutputsAsText() {
        return (reply, asked) -> reply.withData(data -> {
            if (data.path("outputs").path(0).isObject()) {
                String text = data.path("outputs").path(0).toString();
                data.putArray("outputs").add(text);
            }
        });
    }

    static Defect failsWithoutCode() {
        return (reply, asked) -> reply.withData(data -> data.remove("code"));
    }

    static Defect failsWith500() {
        return (reply, asked) ->
                reply.isJson() && reply.json().at("/data/status").asText().equals("failed")
                        ? reply.with(500, reply.json().toString())
                        : reply;
    }

    static Defect tellsTimesAsNumbers() {
        return (reply, asked) -> reply.withData(data -> {
            if (data.has("created_at")) {
                data.put("created_at", 1763712000000L);
            }
        });
    }

    /** Gives every submission the id of the first. */
    static Defect givesOneIdToAll() {
        AtomicReference<String> first = new AtomicReference<>();
        return (reply, asked) -> asked.isSubmission()
                ? reply.withData(data -> {
                    first.compareAndSet(null, data.path("id").asText());
                    data.put("id", first.get());
                })
                : reply;
    }

    /** Tells once that a prediction has completed, and takes it back ever after. */
    static Defect relapses() {
        Set<String> completed = new HashSet<>();
        return (reply, asked) -> reply.withData(data -> relapse(data, completed));
    }

    private static void relapse(ObjectNode data, Set<String> completed) {
        boolean first =
                completed.add(data.path("id").asText() + data.path("status").asText());
        if (data.path("status").asText().equals("completed") && !first) {
            data.put("status", "processing");
        }
    }

    static Defect ignoresPaging() {
        return new Defect() {
            @Override
            public Asked forwarded(Asked asked) {
                return asked.isCall("POST", "/api/v3/predictions") ? asked.with("{}") : asked;
            }

            @Override
            public Reply damage(Reply reply, Asked asked) {
                return asked.isCall("POST", "/api/v3/predictions")
                        ? reply.withData(data -> data.set("page", asked.json().path("page")))
                        : reply;
            }
        };
    }

    static Defect deletesNothing() {
        return new Defect() {
            @Override
            public Asked forwarded(Asked asked) {
                return isDeletion(asked) ? asked.with("{\"ids\":[]}") : asked;
            }

            @Override
            public Reply damage(Reply reply, Asked asked) {
                return isDeletion(asked) ? reply.withData(data -> data.put("deleted_count", 1)) : reply;
            }

            private boolean isDeletion(Asked asked) {
                return asked.isCall("POST", "/api/v3/predictions/delete");
            }
        };
    }
}
