package dev.understudy.junit;

import dev.understudy.Understudy;
import dev.understudy.settings.Setting;
import java.util.List;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;

/** The servers of a run of JUnit. Each is started when it is first needed, and closed by the store that keeps it. */
final class Servers {

    /** Wins over the seed of any builder or annotation. A system property, or a line of junit-platform.properties. */
    static final String SEED = "understudy.seed";

    private static final Namespace NAMESPACE = Namespace.create(Servers.class);

    private Servers() {}

    /**
     * The server for these options: one for all classes with the same settings, or one of the context's own. A nested
     * class finds the own one of the class around it.
     */
    static Understudy of(ExtensionContext context, Options options) {
        Options wanted = context.getConfigurationParameter(SEED)
                .map(seed -> options.with(Setting.SEED, seed))
                .orElse(options);
        ExtensionContext keeper = wanted.ownServer() ? context : context.getRoot();
        return keep(keeper.getStore(NAMESPACE), List.of(wanted.ownServer(), wanted.settings()), wanted);
    }

    @SuppressWarnings("deprecation") // JUnit 5 has no other.
    private static Understudy keep(Store store, Object key, Options options) {
        return store.getOrComputeIfAbsent(key, asked -> Understudy.start(options.forServer()), Understudy.class);
    }
}
