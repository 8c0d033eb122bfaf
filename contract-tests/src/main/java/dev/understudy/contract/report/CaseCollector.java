package dev.understudy.contract.report;

import dev.understudy.contract.CaseDefinition;
import dev.understudy.contract.CaseSkippedException;
import dev.understudy.contract.SkipReason;
import dev.understudy.contract.evidence.CaseRecord;
import dev.understudy.contract.evidence.Sanitiser;
import dev.understudy.contract.target.TargetException;
import dev.understudy.contract.target.TargetKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/** Listens to a run and keeps what became of each case. */
public final class CaseCollector implements TestExecutionListener {
    // What these say is written for people; of others the name helps.
    private static final List<Class<?>> SENTENCES =
            List.of(AssertionError.class, CaseSkippedException.class, TargetException.class);

    private final List<CaseResult> results = new ArrayList<>();
    private final Map<String, Long> started = new HashMap<>();
    private final Map<String, CaseRecord> records = new HashMap<>();
    private final Consumer<CaseResult> ended;
    private final RunWatcher watcher;
    private final Sanitiser cleaner = new Sanitiser(UnaryOperator.identity());

    /** Collects and tells nobody. */
    public CaseCollector() {
        this(TargetKind.EMULATOR, RunWatcher.NONE);
    }

    /**
     * @param kind of the target that the watcher is to be told about
     */
    public CaseCollector(TargetKind kind, RunWatcher watcher) {
        this.watcher = watcher;
        this.ended = result -> watcher.caseEnds(result.on(kind));
    }

    /** By id, as they read on this kind of target: a gap is known only where its case says. */
    public List<CaseResult> results(TargetKind kind) {
        return results.stream()
                .map(result -> result.on(kind))
                .sorted(Comparator.comparing(CaseResult::id))
                .toList();
    }

    boolean hasCases() {
        return !results.isEmpty();
    }

    @Override
    public void testPlanExecutionStarted(TestPlan plan) {
        watcher.runBegins((int) plan.countTestIdentifiers(TestIdentifier::isTest));
    }

    @Override
    public void executionStarted(TestIdentifier test) {
        started.put(test.getUniqueId(), System.nanoTime());
        CaseDefinition.of(test).ifPresent(definition -> watcher.caseBegins(definition.id()));
    }

    @Override
    public void reportingEntryPublished(TestIdentifier test, ReportEntry entry) {
        CaseRecord.in(entry.getKeyValuePairs()).ifPresent(record -> records.put(test.getUniqueId(), record));
    }

    @Override
    public void executionSkipped(TestIdentifier test, String reason) {
        Outcome outcome = SkipReason.in(reason).isPresent() ? Outcome.SKIPPED : Outcome.ERROR;
        CaseDefinition.of(test).ifPresent(definition -> add(result(definition, test, outcome, reason)));
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        Optional<Throwable> thrown = result.getThrowable();
        // It may quote an answer.
        String message = thrown.map(CaseCollector::describe).map(cleaner::clean).orElse("");
        CaseDefinition.of(test)
                .ifPresent(definition -> add(result(definition, test, outcome(result, thrown), message)));
    }

    private void add(CaseResult result) {
        results.add(result);
        ended.accept(result);
    }

    private CaseResult result(CaseDefinition definition, TestIdentifier test, Outcome outcome, String message) {
        String id = test.getUniqueId();
        long tookMs = (System.nanoTime() - started.getOrDefault(id, System.nanoTime())) / 1_000_000;
        return new CaseResult(definition, title(test), outcome, message, tookMs, Optional.ofNullable(records.get(id)));
    }

    // The names of the methods are sentences.
    private static String title(TestIdentifier test) {
        return test.getDisplayName().replaceAll("\\(.*", "").replace('_', ' ');
    }

    private static Outcome outcome(TestExecutionResult result, Optional<Throwable> thrown) {
        return switch (result.getStatus()) {
            case SUCCESSFUL -> Outcome.PASS;
            case ABORTED ->
                thrown.filter(CaseSkippedException.class::isInstance).isPresent() ? Outcome.SKIPPED : Outcome.ERROR;
            case FAILED -> thrown.filter(AssertionError.class::isInstance).isPresent() ? Outcome.FAIL : Outcome.ERROR;
        };
    }

    private static String describe(Throwable thrown) {
        if (thrown instanceof ParameterResolutionException && thrown.getCause() != null) {
            return describe(thrown.getCause());
        }
        String message = Optional.ofNullable(thrown.getMessage()).orElse("no message");
        return SENTENCES.stream().anyMatch(type -> type.isInstance(thrown))
                ? message
                : thrown.getClass().getSimpleName() + ": " + message;
    }
}
