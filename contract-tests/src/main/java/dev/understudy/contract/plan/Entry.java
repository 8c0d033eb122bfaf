package dev.understudy.contract.plan;

import dev.understudy.contract.CaseDefinition;
import dev.understudy.contract.evidence.Age;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * What is planned for one case.
 *
 * @param lastVerifiedAt when it last held on the real service; empty for never
 * @param usd what it adds to the price of the run
 * @param skip why it is left out; empty when it is to be run
 */
public record Entry(
        CaseDefinition definition, Optional<Instant> lastVerifiedAt, Age age, BigDecimal usd, Optional<Skip> skip) {
    /** Why a case is left out. */
    public enum Kind {
        /** The rest of the budget does not cover it. */
        TOO_DEAR,
        /** It runs a model that was not allowed. */
        NOT_ALLOWED,
        /** It was verified lately enough. */
        RECENT,
        /** The real service cannot be asked. */
        UNVERIFIABLE,
        /** It was not selected. */
        FILTERED
    }

    /**
     * @param because as a sentence without its full stop
     */
    public record Skip(Kind kind, String because) {}

    public boolean isRun() {
        return skip.isEmpty();
    }
}
