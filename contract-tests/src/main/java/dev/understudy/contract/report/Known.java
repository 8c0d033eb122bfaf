package dev.understudy.contract.report;

import dev.understudy.contract.Settings;
import dev.understudy.contract.evidence.CaseEvidence;
import dev.understudy.contract.evidence.EvidenceFolder;
import dev.understudy.contract.evidence.EvidenceStore;
import dev.understudy.contract.target.Targets;
import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What is known of the real service from before a run, by case.
 *
 * @param evidence the recordings
 * @param verifiedAt when the case was last seen to pass there
 */
public record Known(Map<String, CaseEvidence> evidence, Map<String, Instant> verifiedAt) {
    public static final Known NOTHING = new Known(Map.of(), Map.of());

    /** What is in the folder of the run. */
    public static Known of(Settings settings) {
        return of(settings, Targets.named("live")::isReal);
    }

    /**
     * @param isReal whether an origin is the real service
     */
    public static Known of(Settings settings, Predicate<URI> isReal) {
        EvidenceStore store = new EvidenceStore(settings.evidence().orElseGet(EvidenceFolder::bundled), isReal);
        Map<String, CaseEvidence> evidence = new HashMap<>();
        store.caseIds().forEach(id -> store.of(id).ifPresent(recorded -> evidence.put(id, recorded)));
        Map<String, Instant> verifiedAt = new HashMap<>();
        store.ledger().entries().forEach((id, entry) -> verifiedAt.put(id, entry.lastVerifiedAt()));
        return new Known(evidence, verifiedAt);
    }

    Optional<Sighting> sighting(String caseId) {
        return Optional.ofNullable(evidence.get(caseId)).map(Sighting::of);
    }

    /** As ISO 8601 in UTC; null for never. */
    String verifiedAt(String caseId) {
        return Optional.ofNullable(verifiedAt.get(caseId))
                .map(Instant::toString)
                .orElse(null);
    }
}
