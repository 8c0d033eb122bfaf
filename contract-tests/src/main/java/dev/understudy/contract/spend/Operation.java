package dev.understudy.contract.spend;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One request, as far as its price depends on it.
 *
 * @param path without the query
 * @param onTarget whether it goes to the target, and not to a host that keeps files
 * @param withKey whether it carries a key, so that somebody can be charged
 * @param input the body as JSON; a missing node when it is none
 */
public record Operation(String method, String path, boolean onTarget, boolean withKey, JsonNode input) {
    @Override
    public String toString() {
        return method + " " + path;
    }
}
