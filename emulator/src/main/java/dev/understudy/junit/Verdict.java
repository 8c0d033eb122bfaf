package dev.understudy.junit;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.opentest4j.TestAbortedException;

/** What is to be said after a test: nothing if all is well, else enough to understand and repeat it. */
final class Verdict {

    private Verdict() {}

    /** @throws AssertionError if the test passed, but not for the reason its author thinks */
    static void on(TestSandbox sandbox, Options options, ExtensionContext context) {
        Optional<Throwable> failure = context.getExecutionException();
        if (failure.isPresent()) {
            if (!(failure.get() instanceof TestAbortedException)) {
                explain(failure.get(), sandbox, context);
            }
        } else if (!options.allowUnspentFaults()) {
            refuseUnspentFaults(sandbox, context);
        }
    }

    private static void refuseUnspentFaults(TestSandbox sandbox, ExtensionContext context) {
        try {
            UnspentFaults.refuse(sandbox.handle());
        } catch (AssertionError e) {
            explain(e, sandbox, context);
            throw e;
        }
    }

    // Hung on the failure itself: every runner and editor shows that, and shows it beside the right test even when
    // tests run in parallel. Report entries are for programs that collect them.
    private static void explain(Throwable failure, TestSandbox sandbox, ExtensionContext context) {
        SandboxReport report = new SandboxReport(sandbox);
        failure.addSuppressed(report);
        context.publishReportEntry(
                Map.of(Servers.SEED, Long.toString(sandbox.server().seed()), "understudy.journal", report.journal()));
    }
}
