package dev.understudy.contract;

import java.lang.reflect.Method;
import java.util.List;
import org.junit.platform.commons.JUnitException;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.PostDiscoveryFilter;

/**
 * Lets every test through, and ends the discovery when one breaks a rule of {@link StandingRules}. A filter, because
 * that is the one hook that every launcher calls between finding tests and running them, and that may throw.
 */
public final class StandingFilter implements PostDiscoveryFilter {
    @Override
    public FilterResult apply(TestDescriptor test) {
        test.getSource()
                .filter(MethodSource.class::isInstance)
                .map(source -> ((MethodSource) source).getJavaMethod())
                .ifPresent(StandingFilter::check);
        return FilterResult.included("the kit looks only");
    }

    private static void check(Method method) {
        List<String> broken = StandingRules.broken(method);
        if (!broken.isEmpty()) {
            throw new JUnitException(method.getDeclaringClass().getSimpleName() + ": " + String.join("; ", broken));
        }
    }
}
