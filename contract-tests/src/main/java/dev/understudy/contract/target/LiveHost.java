package dev.understudy.contract.target;

import java.net.URI;
import java.util.Locale;

/** Knows the real service by its host name. */
public final class LiveHost {
    static final URI ORIGIN = URI.create("https://api.wavespeed.ai");
    private static final String DOMAIN = "wavespeed.ai";

    private LiveHost() {}

    /** Whether what comes from this address is evidence: the real service, over a line nobody else can speak on. */
    static boolean isOrigin(URI uri) {
        return "https".equals(uri.getScheme()) && includes(uri);
    }

    /** Whether a request to this address would reach the real service, by any of its host names. */
    public static boolean includes(URI uri) {
        if (uri.getHost() == null) {
            return false;
        }
        String host = uri.getHost().toLowerCase(Locale.ROOT).replaceAll("\\.+$", "");
        return host.equals(DOMAIN) || host.endsWith("." + DOMAIN);
    }
}
