package dev.understudy.contract.mutant;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Set;

/** One way in which an imitation may be wrong. */
interface Defect {
    Reply damage(Reply reply, String authorization);

    static Defect none() {
        return (reply, authorization) -> reply;
    }

    static Defect dropsUrls() {
        return (reply, authorization) -> reply.withData(data -> data.remove("urls"));
    }

    static Defect letsEverybodyIn() {
        String welcome = "{\"code\":200,\"message\":\"success\",\"data\":{\"id\":\"1\",\"status\":\"created\"}}";
        return (reply, authorization) -> reply.status() == 401 ? reply.with(200, welcome) : reply;
    }

    static Defect writesOutputsAsText() {
        return (reply, authorization) -> reply.withData(data -> {
            if (data.path("outputs").path(0).isObject()) {
                String text = data.path("outputs").path(0).toString();
                data.putArray("outputs").add(text);
            }
        });
    }

    static Defect failsWithoutCode() {
        return (reply, authorization) -> reply.withData(data -> data.remove("code"));
    }

    static Defect hidesErrorsInSuccess() {
        return (reply, authorization) ->
                reply.status() == 400 ? reply.with(200, reply.json().toString()) : reply;
    }

    /** Tells once that a prediction has completed, and takes it back ever after. */
    static Defect relapses() {
        Set<String> completed = new HashSet<>();
        return (reply, authorization) -> reply.withData(data -> relapse(data, completed));
    }

    private static void relapse(ObjectNode data, Set<String> completed) {
        boolean first =
                completed.add(data.path("id").asText() + data.path("status").asText());
        if (data.path("status").asText().equals("completed") && !first) {
            data.put("status", "processing");
        }
    }

    /** Fails at what is not found, and repeats the caller's key in the message. */
    static Defect tellsTheKey() {
        return (reply, authorization) -> reply.status() == 404
                ? reply.with(500, "{\"code\":500,\"message\":\"Nothing for " + authorization + "\"}")
                : reply;
    }
}
