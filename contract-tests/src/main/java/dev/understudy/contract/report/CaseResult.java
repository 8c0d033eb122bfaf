package dev.understudy.contract.report;

import dev.understudy.contract.CaseDefinition;
import dev.understudy.contract.evidence.CaseRecord;
import dev.understudy.contract.target.TargetKind;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * What became of one case.
 *
 * @param title the case as a sentence
 * @param message why it was skipped or failed; empty when it passed
 * @param record what was said and spent; empty when the case did not get that far
 */
public record CaseResult(
        CaseDefinition definition,
        String title,
        Outcome outcome,
        String message,
        long tookMs,
        Optional<CaseRecord> record) {
    public CaseResult(CaseDefinition definition, Outcome outcome, String message, long tookMs) {
        this(definition, definition.id(), outcome, message, tookMs, Optional.empty());
    }

    public String id() {
        return definition.id();
    }

    /** As it reads on this kind of target. */
    CaseResult on(TargetKind kind) {
        boolean gap = outcome == Outcome.PASS && definition.gap().equals(Optional.of(kind));
        if (outcome != Outcome.FAIL && !gap) {
            return this;
        }
        return record.flatMap(said -> Obstacle.in(said, kind))
                .map(obstacle -> with(Outcome.ERROR, (obstacle + "\n" + message).strip()))
                .orElse(gap ? with(Outcome.KNOWN_GAP, message) : this);
    }

    private CaseResult with(Outcome otherOutcome, String otherMessage) {
        return new CaseResult(definition, title, otherOutcome, otherMessage, tookMs, record);
    }

    /** What it did cost on this target. */
    public BigDecimal spentUsd() {
        return record.map(CaseRecord::spentUsd).orElse(BigDecimal.ZERO);
    }

    public boolean wasExecuted() {
        return outcome != Outcome.SKIPPED;
    }
}
