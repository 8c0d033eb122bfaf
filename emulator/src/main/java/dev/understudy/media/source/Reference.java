package dev.understudy.media.source;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** What a job names as its clip or image, taken apart once: a data URI, a URL, or something that is neither. */
public final class Reference {

    // Jobs after one another often name the same clip. What is known of it is found by its reference; see ClipReader.
    private static volatile Reference lastUrl = new Reference("", Optional.empty());

    private final String text;
    private final Optional<URI> url;

    private Reference(String text, Optional<URI> url) {
        this.text = text;
        this.url = url;
    }

    /** The same one again for the URL that was named last. */
    public static Reference of(String text) {
        Reference last = lastUrl;
        if (last.text.equals(text)) {
            return last;
        }
        Reference taken = new Reference(text, DataUri.is(text) ? Optional.empty() : url(text));
        lastUrl = taken.url.isPresent() ? taken : last;
        return taken;
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
