package dev.understudy.webhook;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/**
 * What can be the URL of a receiver: http or https, with a host, and not too long. Whether the host may be contacted is
 * looked at when it is to be: the journal tells of a delivery that was not sent.
 */
public final class ReceiverUrl {

    /** Characters. */
    public static final int LONGEST = 2_048;

    private ReceiverUrl() {}

    /** Empty if it cannot be one. */
    public static Optional<URI> parse(String url) {
        try {
            URI uri = new URI(url);
            boolean web = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            return Optional.of(uri).filter(one -> web && one.getHost() != null && url.length() <= LONGEST);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
