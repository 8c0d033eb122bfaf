package dev.understudy.contract.report;

import dev.understudy.contract.CaseDefinition;
import dev.understudy.contract.target.TargetKind;
import java.util.Optional;

/**
 * What became of one case.
 *
 * @param message why it was skipped or failed; empty when it passed
 */
public record CaseResult(CaseDefinition definition, Outcome outcome, String message, long tookMs) {
    public String id() {
        return definition.id();
    }

    CaseResult on(TargetKind kind) {
        boolean gap = outcome == Outcome.PASS && definition.gap().equals(Optional.of(kind));
        return gap ? new CaseResult(definition, Outcome.KNOWN_GAP, message, tookMs) : this;
    }

    public boolean wasExecuted() {
        return outcome != Outcome.SKIPPED;
    }
}
