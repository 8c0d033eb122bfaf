package dev.understudy.contract;

import dev.understudy.contract.api.Api;
import dev.understudy.contract.api.Control;
import dev.understudy.contract.api.EachLabs;
import dev.understudy.contract.api.OpenAi;
import dev.understudy.contract.api.SoraGuide;
import dev.understudy.contract.register.Provider;
import dev.understudy.contract.spend.SpendRefusedException;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.opentest4j.TestAbortedException;

/** Runs a case: hands it its {@link Api}, skips it where it cannot run, turns the result of a known gap round. */
final class ContractExtension implements ExecutionCondition, ParameterResolver, InvocationInterceptor {
    private static final ExtensionContext.Namespace NAMESPACE =
            ExtensionContext.Namespace.create(ContractExtension.class);
    private static final Map<Class<?>, Function<Api, Object>> CLIENTS =
            Map.of(EachLabs.class, EachLabs::new, SoraGuide.class, SoraGuide::new, OpenAi.class, OpenAi::new);

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return definition(context)
                .flatMap(definition -> skip(context, definition))
                .map(ConditionEvaluationResult::disabled)
                .orElseGet(() -> ConditionEvaluationResult.enabled("to be run"));
    }

    private static Optional<String> skip(ExtensionContext context, CaseDefinition definition) {
        Run run = run(context);
        Method method = context.getRequiredTestMethod();
        return run.skip(definition)
                .or(() ->
                        definition.provider() == Provider.WAVESPEED ? Optional.empty() : run.skipNotServed(definition))
                .or(() -> StandingRules.isApart(method) ? run.skipUncontrollable(definition) : Optional.empty());
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return isClient(type) || type == Control.class;
    }

    /** Whether a parameter of this type asks the target. */
    static boolean isClient(Class<?> type) {
        return type == Api.class || CLIENTS.containsKey(type);
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        if (type == Control.class) {
            return run(context).control();
        }
        // A case that talks to several begins once.
        Api api = context.getStore(NAMESPACE).computeIfAbsent(Api.class, key -> begun(context), Api.class);
        return CLIENTS.getOrDefault(type, own -> own).apply(api);
    }

    private static Api begun(ExtensionContext context) {
        CaseDefinition definition = definition(context).orElseThrow();
        try {
            return StandingRules.isApart(context.getRequiredTestMethod())
                    ? run(context).beginApart(definition)
                    : run(context).begin(definition);
        } catch (SpendRefusedException e) {
            throw new CaseSkippedException(SkipReason.BUDGET, e);
        }
    }

    @Override
    public void interceptTestMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        Optional<KnownGap> gap = Optional.ofNullable(method.getExecutable().getAnnotation(KnownGap.class))
                .filter(known -> known.target() == run(context).kind());
        try {
            if (gap.isPresent()) {
                mustFail(gap.get(), invocation);
            } else {
                mustPass(context, invocation);
            }
        } finally {
            run(context).record().ifPresent(record -> context.publishReportEntry(record.entry()));
        }
    }

    private static void mustPass(ExtensionContext context, Invocation<Void> invocation) throws Throwable {
        Run run = run(context);
        long start = System.nanoTime();
        try {
            mustNotSkip(invocation);
        } catch (AssertionError e) {
            // A case that was answered something strange fails of it; the reason is the more useful thing to read.
            run.complaint().ifPresent(complaint -> {
                throw new AssertionError(complaint, e);
            });
            throw e;
        }
        run.passed(definition(context).orElseThrow(), (System.nanoTime() - start) / 1_000_000);
    }

    // Only a failed assertion is the gap; an exception means that the case could not look.
    private static void mustFail(KnownGap gap, Invocation<Void> invocation) throws Throwable {
        try {
            mustNotSkip(invocation);
        } catch (AssertionError expected) {
            return;
        }
        throw new AssertionError(
                "Passed, although a gap is known since " + gap.since() + " (" + gap.reason() + "): remove @KnownGap");
    }

    private static void mustNotSkip(Invocation<Void> invocation) throws Throwable {
        try {
            invocation.proceed();
        } catch (SpendRefusedException e) {
            throw new CaseSkippedException(SkipReason.BUDGET, e);
        } catch (TestAbortedException e) {
            throw new IllegalStateException("The case skipped itself; only the kit skips cases", e);
        }
    }

    private static Optional<CaseDefinition> definition(ExtensionContext context) {
        return context.getTestMethod().flatMap(CaseDefinition::of);
    }

    // The root store closes the run, and with it the target, after the last test.
    private static Run run(ExtensionContext context) {
        return context.getRoot()
                .getStore(NAMESPACE)
                .computeIfAbsent(
                        Run.class,
                        key -> new Run(new Settings(context::getConfigurationParameter, System.getenv())),
                        Run.class);
    }
}
