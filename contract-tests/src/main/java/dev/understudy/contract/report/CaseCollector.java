package dev.understudy.contract.report;

import dev.understudy.contract.CaseDefinition;
import dev.understudy.contract.CaseSkippedException;
import dev.understudy.contract.SkipReason;
import dev.understudy.contract.target.TargetKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/** Listens to a run and keeps what became of each case. */
public final class CaseCollector implements TestExecutionListener {
    private final List<CaseResult> results = new ArrayList<>();
    private final Map<String, Long> started = new HashMap<>();

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
    public void executionStarted(TestIdentifier test) {
        started.put(test.getUniqueId(), System.nanoTime());
    }

    @Override
    public void executionSkipped(TestIdentifier test, String reason) {
        Outcome outcome = SkipReason.in(reason).isPresent() ? Outcome.SKIPPED : Outcome.ERROR;
        CaseDefinition.of(test).ifPresent(definition -> results.add(new CaseResult(definition, outcome, reason, 0)));
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        CaseDefinition.of(test).ifPresent(definition -> results.add(finished(definition, test, result)));
    }

    private CaseResult finished(CaseDefinition definition, TestIdentifier test, TestExecutionResult result) {
        long tookMs = (System.nanoTime() - started.getOrDefault(test.getUniqueId(), System.nanoTime())) / 1_000_000;
        Optional<Throwable> thrown = result.getThrowable();
        String message = thrown.map(CaseCollector::describe).orElse("");
        return new CaseResult(definition, outcome(result, thrown), message, tookMs);
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
        String message = Optional.ofNullable(thrown.getMessage()).orElse("no message");
        return thrown instanceof AssertionError || thrown instanceof CaseSkippedException
                ? message
                : thrown.getClass().getSimpleName() + ": " + message;
    }
}
