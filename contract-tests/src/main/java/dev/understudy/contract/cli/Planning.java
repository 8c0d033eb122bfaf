package dev.understudy.contract.cli;

import dev.understudy.contract.Settings;
import dev.understudy.contract.Suite;
import dev.understudy.contract.evidence.EvidenceFolder;
import dev.understudy.contract.evidence.EvidenceStore;
import dev.understudy.contract.plan.Plan;
import dev.understudy.contract.plan.PlanText;
import dev.understudy.contract.plan.Terms;
import java.math.BigDecimal;
import java.time.Instant;

/** {@code --plan}: what a run on the real service would look at, in which order, and for how much. */
final class Planning {
    private Planning() {}

    static String text(Settings settings) {
        BigDecimal budget = settings.hasBudget() ? settings.budget().usd() : Terms.DEFAULT_BUDGET;
        Terms terms = settings.terms(budget, Instant.now());
        // The ledger names cases and dates; evidence itself is not read, so its origin does not matter here.
        EvidenceStore store = new EvidenceStore(settings.evidence().orElseGet(EvidenceFolder::bundled), origin -> true);
        return PlanText.of(Plan.of(Suite.cases(), store.ledger(), terms), terms);
    }
}
