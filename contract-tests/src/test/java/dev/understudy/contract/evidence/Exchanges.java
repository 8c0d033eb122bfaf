package dev.understudy.contract.evidence;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Exchanges to test with. */
final class Exchanges {
    static final URI LIVE = URI.create("https://api.wavespeed.ai");
    static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    private Exchanges() {}

    static Exchange get(String path, String answer) {
        return exchange("GET", path, new Body.None(), answer);
    }

    static Exchange post(String path, String input, String answer) {
        return exchange("POST", path, json(input), answer);
    }

    static CaseEvidence evidence(String caseId, URI origin, Exchange... exchanges) {
        return new CaseEvidence(
                caseId,
                origin,
                NOON,
                "0.1.0",
                Map.of("seed", "7f3a"),
                new BigDecimal("0.001"),
                List.of(),
                List.of(exchanges));
    }

    private static Exchange exchange(String method, String path, Body input, String answer) {
        return new Exchange(
                new Exchange.Request(method, path, Auth.BEARER, Map.of(), input),
                new Exchange.Response(200, Map.of("content-type", "application/json"), json(answer)),
                12);
    }

    static Body json(String text) {
        try {
            return new Body.Json(EvidenceJson.parse(text));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }
}
