package dev.understudy.contract.api;

import dev.understudy.contract.register.Provider;
import java.util.Map;
import java.util.Set;

/** Asks a target for something that costs nothing, to see whether it has the API of a provider. */
public final class Knock {
    // Not there, not by this method, gone, not implemented.
    private static final Set<Integer> NOT_THERE = Set.of(404, 405, 410, 501);

    private final Api api;

    public Knock(Api api) {
        this.api = api;
    }

    /** The answer to the provider's question; it may be a refusal, which tells as much. */
    public Answer at(Provider provider) {
        return switch (provider) {
            case WAVESPEED -> api.get("/api/v3/balance");
            case EACHLABS -> api.get("/v1/executions?limit=1");
            // Whatever has this address refuses an empty request.
            case SORA_GUIDE -> api.post("/v1/sora/characters", Map.of());
            case OPENAI -> api.get("/v1/videos?limit=1");
        };
    }

    /** Whether whoever gave this answer has the API. */
    public static boolean isServed(Provider provider, Answer answer) {
        return provider == Provider.WAVESPEED || !NOT_THERE.contains(answer.status());
    }
}
