package dev.understudy.contract;

import dev.understudy.contract.evidence.CaseEvidence;
import dev.understudy.contract.evidence.CaseRecord;
import dev.understudy.contract.evidence.EvidenceLedger;
import dev.understudy.contract.evidence.EvidenceStore;
import dev.understudy.contract.plan.Entry;
import dev.understudy.contract.plan.Plan;
import dev.understudy.contract.report.RunReport;
import dev.understudy.contract.spend.LedgerFile;
import dev.understudy.contract.spend.SpendGuard;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** What only a run on the real service has: a guard, a plan, and a date to write down. */
final class LiveRun {
    private final Settings settings;
    private final EvidenceStore store;
    private final SpendGuard guard;
    private final Plan plan;

    LiveRun(Settings settings, EvidenceStore store, Duration gap) {
        this.settings = settings;
        this.store = store;
        // Read now, so that a run that cannot record costs nothing.
        settings.record();
        Path ledger = LedgerFile.in(
                settings.environment(), System.getProperty("os.name"), Path.of(System.getProperty("user.home")));
        this.guard = SpendGuard.of(settings.budget(), ledger, settings.allowed(), gap);
        this.plan = Plan.of(Suite.cases(), store.ledger(), settings.terms(guard.left(), Instant.now()));
    }

    SpendGuard guard() {
        return guard;
    }

    /** Why the plan leaves the case out; empty when it has it, or does not know it. */
    Optional<String> skip(CaseDefinition definition) {
        return plan.of(definition.id()).flatMap(Entry::skip).map(LiveRun::reason);
    }

    /** Writes down that a case held. */
    void passed(CaseDefinition definition, Stage stage, long tookMs) {
        if (settings.evidence().isEmpty()) {
            return;
        }
        Instant now = Instant.now();
        CaseRecord record = stage.record();
        if (settings.record()) {
            store.write(new CaseEvidence(
                    definition.id(),
                    record.origin(),
                    now,
                    RunReport.kit(),
                    Map.of(Stage.SEED, stage.bench().seed()),
                    record.spentUsd(),
                    stage.bench().tape().sanitizers(),
                    record.exchanges()));
        }
        store.verified(definition.id(), new EvidenceLedger.Entry(now, tookMs, record.spentUsd(), RunReport.kit()));
    }

    private static String reason(Entry.Skip skip) {
        return switch (skip.kind()) {
            case TOO_DEAR, NOT_ALLOWED -> SkipReason.BUDGET.because(skip.because());
            case UNVERIFIABLE -> SkipReason.EMULATOR_ONLY.because(skip.because());
            case RECENT, FILTERED -> SkipReason.FILTERED.because(skip.because());
        };
    }
}
