package dev.understudy;

import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestWatcher;

/**
 * Tells, when a test has failed, with which seeds its servers ran: most tests leave the seed to chance, and what chance
 * brought up once must be had again. JUnit finds it by itself.
 */
public final class SeedReport implements TestWatcher, AfterAllCallback {

    // Tests run one after the other, so what was used since a class began was used by its tests.
    private static final Set<Long> USED = new ConcurrentSkipListSet<>();

    static void used(Understudy server) {
        USED.add(server.seed());
    }

    /** What to do to see the failure again; empty if no server was asked for anything. */
    static String hint() {
        return USED.stream()
                .map(seed -> "seed=%s: replay with Understudy.builder().seed(%s)".formatted(seed, seed))
                .collect(Collectors.joining(System.lineSeparator()));
    }

    @Override
    public void testFailed(ExtensionContext context, Throwable cause) {
        if (!USED.isEmpty()) {
            System.err.println(context.getDisplayName() + " failed; servers of this class ran with");
            System.err.println(hint());
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (context.getTestClass()
                .filter(type -> type.getEnclosingClass() == null)
                .isPresent()) {
            USED.clear();
        }
    }
}
