package dev.understudy.contract.target;

import java.net.URI;
import java.util.Locale;

/** Knows the real service by its host name. */
public final class LiveHost {
    private static final String DOMAIN = "wavespeed.ai";

    private LiveHost() {}

    /** Whether a request to this address would reach the real service, by any of its host names. */
    public static boolean includes(URI uri) {
        if (uri.getHost() == null) {
            return false;
        }
        String host = uri.getHost().toLowerCase(Locale.ROOT).replaceAll("\\.+$", "");
        return host.equals(DOMAIN) || host.endsWith("." + DOMAIN);
    }
}
