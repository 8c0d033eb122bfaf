package dev.understudy.junit;

import dev.understudy.Faults;
import dev.understudy.SandboxHandle;
import dev.understudy.Understudy;
import java.net.URI;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;

/** What a test can have by asking for it in a parameter. */
final class Parameters {

    private static final Map<Class<?>, Function<TestSandbox, Object>> OF_TEST = Map.of(
            SandboxHandle.class, TestSandbox::handle,
            Faults.class, sandbox -> sandbox.handle().faults(),
            VirtualClock.class, sandbox -> new VirtualClock(sandbox.handle()));

    private Parameters() {}

    static boolean knows(ParameterContext parameter) {
        return parameter.isAnnotated(BaseUrl.class)
                || parameter.isAnnotated(ApiKey.class)
                || type(parameter) == Understudy.class
                || OF_TEST.containsKey(type(parameter));
    }

    static Object resolve(ParameterContext parameter, ExtensionContext context, Options options) {
        if (parameter.isAnnotated(BaseUrl.class)) {
            return baseUrl(type(parameter), Servers.of(context, options));
        }
        if (type(parameter) == Understudy.class) {
            return Servers.of(context, options);
        }
        if (context.getTestMethod().isEmpty()) {
            throw new ParameterResolutionException("%s belongs to one test; ask for it there, or in @BeforeEach"
                    .formatted(
                            parameter.isAnnotated(ApiKey.class)
                                    ? "an @ApiKey"
                                    : "a " + type(parameter).getSimpleName()));
        }
        TestSandbox sandbox = TestSandbox.of(context, options);
        return parameter.isAnnotated(ApiKey.class)
                ? apiKey(type(parameter), sandbox)
                : OF_TEST.get(type(parameter)).apply(sandbox);
    }

    private static Object baseUrl(Class<?> type, Understudy server) {
        if (type == URI.class) {
            return server.baseUrl();
        }
        return text(type, "@BaseUrl", "a URI or a String", server.baseUrl().toString());
    }

    private static Object apiKey(Class<?> type, TestSandbox sandbox) {
        return text(type, "@ApiKey", "a String", sandbox.apiKey());
    }

    private static String text(Class<?> type, String annotation, String wanted, String value) {
        if (type == String.class) {
            return value;
        }
        throw new ParameterResolutionException(
                "%s is %s, not a %s".formatted(annotation, wanted, type.getSimpleName()));
    }

    private static Class<?> type(ParameterContext parameter) {
        return parameter.getParameter().getType();
    }
}
