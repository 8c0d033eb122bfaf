package dev.understudy.contract.report;

import dev.understudy.contract.evidence.Body;
import dev.understudy.contract.evidence.CaseRecord;
import dev.understudy.contract.evidence.Exchange;
import dev.understudy.contract.target.TargetKind;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What stood between a failed case and the API, so that its failure says nothing about the API. */
final class Obstacle {
    private static final Set<Integer> OF_GATEWAYS = Set.of(502, 503, 504);
    private static final Set<Integer> BUSY = Set.of(429, 502, 503, 504);
    private static final Set<Integer> REFUSED = Set.of(401, 403);

    private Obstacle() {}

    /** In words; empty when nothing did. */
    static Optional<String> in(CaseRecord record, TargetKind kind) {
        return record.exchanges().stream()
                .filter(exchange -> isInTheWay(exchange, kind))
                .findFirst()
                .map(exchange -> words(exchange) + ", which is not the API's own answer")
                .or(() -> keyRefused(record.exchanges()));
    }

    // A stand-in is free to say 503 in JSON, and is judged by it; the real service is only away for a while.
    private static boolean isInTheWay(Exchange exchange, TargetKind kind) {
        int status = exchange.response().status();
        boolean json = exchange.response().body() instanceof Body.Json;
        return kind == TargetKind.LIVE ? BUSY.contains(status) : OF_GATEWAYS.contains(status) && !json;
    }

    private static Optional<String> keyRefused(List<Exchange> exchanges) {
        List<Exchange> withKey = exchanges.stream()
                .filter(exchange -> exchange.request().auth().hasKey())
                .toList();
        boolean all = withKey.stream()
                .allMatch(exchange -> REFUSED.contains(exchange.response().status()));
        return withKey.isEmpty() || !all
                ? Optional.empty()
                : Optional.of("The key is refused: " + words(withKey.get(0)));
    }

    private static String words(Exchange exchange) {
        Exchange.Response response = exchange.response();
        return exchange.request().method() + " " + exchange.request().path() + " was answered with HTTP "
                + response.status() + " " + response.headers().getOrDefault("content-type", "without a type");
    }
}
