package dev.understudy.contract.plan;

import dev.understudy.contract.CaseDefinition;
import java.math.BigDecimal;
import java.util.Comparator;
import org.junit.jupiter.api.ClassDescriptor;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.ClassOrdererContext;
import org.junit.jupiter.api.MethodDescriptor;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.MethodOrdererContext;

/** Runs the cheap before the dear: among classes by their dearest case, within a class by case. */
public final class CostOrder implements ClassOrderer, MethodOrderer {
    @Override
    public void orderClasses(ClassOrdererContext context) {
        context.getClassDescriptors().sort(Comparator.comparing(CostOrder::dearest));
    }

    @Override
    public void orderMethods(MethodOrdererContext context) {
        context.getMethodDescriptors().sort(Comparator.comparing(CostOrder::cost));
    }

    private static BigDecimal dearest(ClassDescriptor descriptor) {
        return CaseDefinition.in(descriptor.getTestClass()).stream()
                .map(definition -> definition.cost().usd())
                .max(Comparator.naturalOrder())
                .orElse(BigDecimal.ZERO);
    }

    private static BigDecimal cost(MethodDescriptor descriptor) {
        return CaseDefinition.of(descriptor.getMethod())
                .map(definition -> definition.cost().usd())
                .orElse(BigDecimal.ZERO);
    }
}
