package dev.understudy.contract.target;

import dev.understudy.contract.register.Provider;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Knows the real services by their host names. */
public final class LiveHost {
    private static final List<String> DOMAINS = Arrays.stream(Provider.values())
            .flatMap(provider -> provider.origin().stream())
            .map(origin -> origin.getHost().replaceFirst("^api\\.", ""))
            .toList();

    private LiveHost() {}

    /** Whether what comes from this address is evidence: a real service, over a line nobody else can speak on. */
    static boolean isOrigin(URI uri) {
        return "https".equals(uri.getScheme()) && includes(uri);
    }

    /** Whether a request to this address would reach a real service, by any of its host names. */
    public static boolean includes(URI uri) {
        if (uri.getHost() == null) {
            return false;
        }
        String host = uri.getHost().toLowerCase(Locale.ROOT).replaceAll("\\.+$", "");
        return DOMAINS.stream().anyMatch(domain -> host.equals(domain) || host.endsWith("." + domain));
    }
}
