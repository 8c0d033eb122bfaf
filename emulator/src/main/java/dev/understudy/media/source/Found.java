package dev.understudy.media.source;

import java.net.URI;
import java.nio.channels.SeekableByteChannel;

/** What a reference to a file led to. */
sealed interface Found {

    /** The file itself; whoever gets it closes it. */
    record Content(SeekableByteChannel channel) implements Found {}

    /** A URL whose host is not to be contacted, and why. */
    record NotFetched(URI uri, String why) implements Found {}
}
