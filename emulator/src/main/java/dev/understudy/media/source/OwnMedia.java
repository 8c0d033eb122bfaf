package dev.understudy.media.source;

import dev.understudy.media.probe.BadClipException;
import dev.understudy.media.probe.Clip;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;

/** Media that this server keeps itself: reached without a detour over the network, under whatever host name. */
public interface OwnMedia {

    /** Whether the URL is one of this server's, by its shape alone. */
    boolean owns(URI uri);

    /** The clip behind {@code uri}; empty if there is no such file. */
    Optional<Clip> probe(URI uri) throws BadClipException, IOException;
}
