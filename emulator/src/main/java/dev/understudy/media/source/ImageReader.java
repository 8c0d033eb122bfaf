package dev.understudy.media.source;

import dev.understudy.media.image.BadImageException;
import dev.understudy.media.image.Image;
import dev.understudy.media.image.ImageProbe;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.Optional;

/**
 * Reads the image that a job begins with, from where {@link ClipReader} reads clips. A URL on a host that is not to be
 * contacted is taken for a good image. Blocks while it fetches; call it from a thread that may.
 */
public final class ImageReader {

    private final Finder finder;

    public ImageReader(EgressPolicy egress, Fetcher fetcher) {
        this.finder = new Finder("image", egress, fetcher);
    }

    /**
     * What is known of an image.
     *
     * @param image empty if it was not looked at
     * @param note why it was not, for the journal; empty if it was
     */
    public record Reading(Optional<Image> image, String note) {}

    /** @throws UnreadableMediaException if there is no readable image, in bounded time and memory */
    public Reading read(Reference reference, OwnMedia own) throws UnreadableMediaException {
        try {
            Found found = finder.find(reference, own);
            if (found instanceof Found.NotFetched url) {
                return new Reading(
                        Optional.empty(), "image not fetched (%s); taken for a good one".formatted(url.why()));
            }
            try (SeekableByteChannel content = ((Found.Content) found).channel()) {
                return new Reading(Optional.of(ImageProbe.probe(content)), "");
            }
        } catch (BadImageException e) {
            throw new UnreadableMediaException(e.getMessage());
        } catch (IOException e) {
            throw new UnreadableMediaException("the image could not be read: " + e.getMessage());
        }
    }

    /** Whether reading it may take a while, because a file or a network is involved. */
    public boolean mayBlock(Reference reference, OwnMedia own) {
        return finder.mayBlock(reference, own);
    }
}
