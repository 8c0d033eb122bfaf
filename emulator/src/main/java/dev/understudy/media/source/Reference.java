package dev.understudy.media.source;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** What a job names as its clip or image, taken apart once: a data URI, a URL, or something that is neither. */
public final class Reference {

    private final String text;
    private final Optional<URI> url;

    private Reference(String text, Optional<URI> url) {
        this.text = text;
        this.url = url;
    }

    public static Reference of(String text) {
        return new Reference(text, DataUri.is(text) ? Optional.empty() : url(text));
    }

    boolean isData() {
        return DataUri.is(text);
    }

    /** @throws UnreadableMediaException if it is no data URI, or holds none */
    byte[] data() throws UnreadableMediaException {
        return DataUri.decode(text);
    }

    /** An http or https URL with a host. */
    Optional<URI> url() {
        return url;
    }

    private static Optional<URI> url(String text) {
        try {
            URI uri = new URI(text);
            boolean web = "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
            return web && uri.getHost() != null ? Optional.of(uri) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
