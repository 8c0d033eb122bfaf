package dev.understudy.contract;

import dev.understudy.contract.register.Claims;
import dev.understudy.contract.register.Cost;
import dev.understudy.contract.register.Prices;
import dev.understudy.contract.register.Provider;
import dev.understudy.contract.target.TargetKind;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestIdentifier;

/**
 * What the annotations of a case say.
 *
 * @param provider whose API it is about
 * @param standing how well the case is founded, {@code UNVERIFIABLE} when the real service cannot be asked
 * @param gap where the case is known to fail
 */
public record CaseDefinition(
        String id, Provider provider, List<String> claims, Cost cost, String standing, Optional<TargetKind> gap) {
    public static final String UNVERIFIABLE = "UNVERIFIABLE";

    /** The definition of a case; the rules of {@link StandingRules} are taken as kept. */
    public static Optional<CaseDefinition> of(Method method) {
        return Optional.ofNullable(method.getAnnotation(ContractCase.class))
                .map(annotation -> new CaseDefinition(
                        annotation.id(),
                        Provider.ofCase(annotation.id()),
                        List.of(annotation.claims()),
                        Cost.parse(annotation.cost(), Prices.bundled()),
                        standing(method, annotation),
                        Optional.ofNullable(method.getAnnotation(KnownGap.class))
                                .map(KnownGap::target)));
    }

    /** The case behind a test of a plan; empty for containers and for tests that are no cases. */
    public static Optional<CaseDefinition> of(TestIdentifier test) {
        return test.getSource()
                .filter(MethodSource.class::isInstance)
                .map(source -> ((MethodSource) source).getJavaMethod())
                .flatMap(CaseDefinition::of);
    }

    /** All cases of a class. */
    public static List<CaseDefinition> in(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .flatMap(method -> of(method).stream())
                .toList();
    }

    public boolean isVerifiable() {
        return !standing.equals(UNVERIFIABLE);
    }

    private static String standing(Method method, ContractCase annotation) {
        return method.isAnnotationPresent(EmulatorOnly.class)
                ? UNVERIFIABLE
                : Claims.bundled().standingOf(annotation.claims());
    }
}
