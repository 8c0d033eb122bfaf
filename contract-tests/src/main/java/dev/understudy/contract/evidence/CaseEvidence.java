package dev.understudy.contract.evidence;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What one case and its target said to one another in a run that was green. What cases share, such as an uploaded clip,
 * stands in the evidence of each of them.
 *
 * @param origin of the target, without a path
 * @param kit the version of the kit that recorded it
 * @param variables what the kit made up during the recording and has to make up again when it is played: {@code seed}
 * @param costUsd what the case itself spent; a case that looked at what another had paid for spent nothing
 * @param sanitizers the ids of those that took something out
 */
public record CaseEvidence(
        String caseId,
        URI origin,
        Instant recordedAt,
        String kit,
        Map<String, String> variables,
        BigDecimal costUsd,
        List<String> sanitizers,
        List<Exchange> exchanges) {
    /** The version of the file format. */
    public static final int SCHEMA = 1;

    public CaseEvidence {
        variables = Collections.unmodifiableMap(new TreeMap<>(variables));
        sanitizers = List.copyOf(sanitizers);
        exchanges = List.copyOf(exchanges);
    }
}
