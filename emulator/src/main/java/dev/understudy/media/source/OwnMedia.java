package dev.understudy.media.source;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.SeekableByteChannel;
import java.util.Optional;

/** Media that this server keeps itself: reached without a detour over the network, under whatever host name. */
public interface OwnMedia {

    /** Whether the URL is one of this server's, by its shape alone. */
    boolean owns(URI uri);

    /** The file behind {@code uri}, which the caller closes; empty if there is none. */
    Optional<SeekableByteChannel> open(URI uri) throws IOException;
}
