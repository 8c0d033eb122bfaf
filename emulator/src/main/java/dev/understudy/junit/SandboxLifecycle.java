package dev.understudy.junit;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** What happens around each test, however the extension was registered. */
abstract class SandboxLifecycle implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(SandboxLifecycle.class);

    SandboxLifecycle() {}

    /** What the test or class of this context wants. */
    abstract Options options(ExtensionContext context);

    @Override
    public void beforeAll(ExtensionContext context) {
        claim(context);
        Servers.of(context, options(context));
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        claim(context);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        if (isNearest(context)) {
            Options options = options(context);
            Verdict.on(TestSandbox.of(context, options), options, context);
        }
    }

    /** A constructor's parameters are about the test that the instance is made for, if it is made for one. */
    @Override
    public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext root) {
        return ExtensionContextScope.TEST_METHOD;
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return isNearest(context) && Parameters.knows(parameter);
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return Parameters.resolve(parameter, context, options(context));
    }

    // A nested class or a method may want other settings than the class around it. JUnit calls outer extensions first,
    // so whoever claims last is the nearest.
    private void claim(ExtensionContext context) {
        context.getStore(NAMESPACE).put(SandboxLifecycle.class, this);
    }

    private boolean isNearest(ExtensionContext context) {
        return context.getStore(NAMESPACE).get(SandboxLifecycle.class) == this;
    }
}
