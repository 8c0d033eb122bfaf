package dev.understudy.junit;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

/** Runs JUnit within JUnit. The classes that it runs are nested, so that nothing else does. */
final class Kit {

    private Kit() {}

    static EngineExecutionResults run(Class<?>... classes) {
        return run(Map.of(), classes);
    }

    static EngineExecutionResults run(Map<String, String> configuration, Class<?>... classes) {
        return EngineTestKit.engine("junit-jupiter")
                .configurationParameters(configuration)
                .selectors(Stream.of(classes)
                        .map(type -> selectClass(type))
                        .toArray(org.junit.platform.engine.discovery.ClassSelector[]::new))
                .execute();
    }

    /** Runs classes whose tests must all succeed; what went wrong otherwise is the cause. */
    static void pass(int tests, Map<String, String> configuration, Class<?>... classes) {
        EngineExecutionResults results = run(configuration, classes);
        results.allEvents().failed().stream().map(Kit::failure).forEach(failure -> {
            throw new AssertionError("a test that should pass did not", failure);
        });
        if (results.testEvents().succeeded().count() != tests) {
            throw new AssertionError("not " + tests + " tests ran, but "
                    + results.testEvents().succeeded().count());
        }
    }

    /** How the test method of that name failed. */
    static Throwable failure(EngineExecutionResults results, String method) {
        return results.testEvents().failed().stream()
                .filter(event -> event.getTestDescriptor()
                        .getSource()
                        .filter(source -> source instanceof MethodSource at
                                && at.getMethodName().equals(method))
                        .isPresent())
                .map(Kit::failure)
                .findFirst()
                .orElseThrow(() -> new AssertionError(method + " did not fail"));
    }

    private static Throwable failure(Event event) {
        return event.getRequiredPayload(org.junit.platform.engine.TestExecutionResult.class)
                .getThrowable()
                .orElseThrow();
    }
}
