package dev.understudy.contract.cassette;

import dev.understudy.contract.target.LiveHost;
import dev.understudy.contract.target.TargetException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Locale;

/**
 * The service that is recorded.
 *
 * @param origin scheme, host and port
 * @param isPrivate whether it is on this machine or in a private network, so that nobody is charged
 */
record Upstream(URI origin, boolean isPrivate) {
    private static final int UNIQUE_LOCAL = 0xfc;

    /**
     * @throws TargetException when the URL is no origin, its host is not known, or keys would cross public networks in clear
     */
    static Upstream parse(String url) {
        URI uri = parsed(url.strip());
        boolean isWeb = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
        boolean isRoot = uri.getRawQuery() == null
                && uri.getRawFragment() == null
                && (uri.getPath() == null || uri.getPath().matches("/?"));
        if (!isWeb || uri.getHost() == null || uri.getUserInfo() != null || !isRoot) {
            throw new TargetException("An upstream is an http or https URL with a host and a port, and no more");
        }
        boolean isPrivate = !LiveHost.includes(uri) && isPrivate(uri.getHost());
        if (!isPrivate && "http".equalsIgnoreCase(uri.getScheme())) {
            throw new TargetException("The upstream " + uri.getHost()
                    + " is public; it is asked over https only, since keys" + " would cross the network in clear");
        }
        return new Upstream(
                URI.create(uri.getScheme().toLowerCase(Locale.ROOT) + "://" + uri.getAuthority()), isPrivate);
    }

    boolean isOnThisMachine() {
        try {
            return InetAddress.getByName(origin.getHost()).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    /** Whether all addresses of a host are of this machine or of a private network. */
    private static boolean isPrivate(String host) {
        try {
            return Arrays.stream(InetAddress.getAllByName(host)).allMatch(Upstream::isPrivate);
        } catch (UnknownHostException e) {
            throw new TargetException("The host " + host + " is not known", e);
        }
    }

    private static boolean isPrivate(InetAddress address) {
        boolean isUniqueLocal = address.getAddress().length == 16 && (address.getAddress()[0] & 0xfe) == UNIQUE_LOCAL;
        return address.isLoopbackAddress() || address.isSiteLocalAddress() || isUniqueLocal;
    }

    private static URI parsed(String url) {
        try {
            return URI.create(url);
        } catch (IllegalArgumentException e) {
            throw new TargetException("Not a URL: " + url, e);
        }
    }
}
