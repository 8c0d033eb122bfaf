package dev.understudy.contract.drift;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;

/** The same exchange as several sources have it. */
record Row(Map<Source, Seen> seen) {
    /** What it is, for people. */
    String label() {
        return any().request();
    }

    boolean isPassing() {
        return any().isPassing();
    }

    Map<Source, JsonNode> documents(Function<Seen, JsonNode> side) {
        Map<Source, JsonNode> documents = new EnumMap<>(Source.class);
        seen.forEach((source, exchange) -> documents.put(source, side.apply(exchange)));
        return documents;
    }

    private Seen any() {
        return seen.values().iterator().next();
    }
}
