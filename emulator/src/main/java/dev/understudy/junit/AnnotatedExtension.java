package dev.understudy.junit;

import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** The extension behind {@link UnderstudyTest}. */
final class AnnotatedExtension extends SandboxLifecycle {

    @Override
    Options options(ExtensionContext context) {
        Optional<UnderstudyTest> ofMethod =
                AnnotationSupport.findAnnotation(context.getTestMethod(), UnderstudyTest.class);
        return ofMethod.or(() -> AnnotationSupport.findAnnotation(
                        context.getRequiredTestClass(), UnderstudyTest.class, context.getEnclosingTestClasses()))
                .map(Options::of)
                .orElse(Options.DEFAULT);
    }
}
