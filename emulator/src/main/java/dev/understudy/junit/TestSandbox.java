package dev.understudy.junit;

import dev.understudy.SandboxHandle;
import dev.understudy.Understudy;
import dev.understudy.time.Draw;
import java.util.List;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** What one run of one test method has to itself. */
record TestSandbox(Understudy server, String apiKey, SandboxHandle handle) {

    private static final Namespace NAMESPACE = Namespace.create(TestSandbox.class);

    /** The sandbox of the context's test, made at the first call. Only for a context of a test method. */
    @SuppressWarnings("deprecation") // JUnit 5 has no other.
    static TestSandbox of(ExtensionContext context, Options options) {
        return context.getStore(NAMESPACE)
                .getOrComputeIfAbsent(
                        List.of(context.getUniqueId(), options), id -> open(context, options), TestSandbox.class);
    }

    private static TestSandbox open(ExtensionContext context, Options options) {
        Understudy server = Servers.of(context, options);
        String key = "test-" + keyOf(server.seed(), context.getUniqueId());
        return new TestSandbox(server, key, server.sandbox(key));
    }

    // A suite, or another engine around Jupiter, puts its own name before a test's id; the key must not change for it.
    private static String keyOf(long seed, String uniqueId) {
        int jupiter = Math.max(0, uniqueId.lastIndexOf("[engine:"));
        return new Draw(seed).child("junit").child(uniqueId.substring(jupiter)).hex32();
    }
}
