package dev.understudy.media.source;

import dev.understudy.media.probe.BadClipException;
import dev.understudy.media.probe.ClipProbe;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.List;

/**
 * Reads the clip that a job refers to: a data URI, a file of this server, or a URL on a host that may be contacted.
 * Any other URL is judged by its hints. Blocks while it fetches; call it from a thread that may.
 */
public final class ClipReader {

    private final Finder finder;

    // A URL that nothing is fetched from says the same each time, and to take it apart is a tenth of a submission.
    private volatile Hinted last = new Hinted(null, null);

    private record Hinted(Reference reference, ClipReading reading) {}

    public ClipReader(EgressPolicy egress, Fetcher fetcher) {
        this.finder = new Finder("video", egress, fetcher);
    }

    /** @throws UnreadableMediaException if there is no readable clip, in bounded time and memory */
    public ClipReading read(Reference reference, OwnMedia own) throws UnreadableMediaException {
        Hinted before = last;
        return before.reference() == reference ? before.reading() : readAnew(reference, own);
    }

    private ClipReading readAnew(Reference reference, OwnMedia own) throws UnreadableMediaException {
        try {
            Found found = finder.find(reference, own);
            if (found instanceof Found.NotFetched url) {
                return hinted(reference, url, own);
            }
            try (SeekableByteChannel content = ((Found.Content) found).channel()) {
                return new ClipReading(ClipProbe.probe(content), List.of(), true);
            }
        } catch (BadClipException e) {
            throw new UnreadableMediaException(e.getMessage());
        } catch (IOException e) {
            throw new UnreadableMediaException("the clip could not be read: " + e.getMessage());
        }
    }

    private ClipReading hinted(Reference reference, Found.NotFetched url, OwnMedia own) {
        ClipReading reading = UrlHints.read(url.uri(), url.why());
        // What a name server had to be asked about may be otherwise next time.
        if (!finder.mayBlock(reference, own)) {
            last = new Hinted(reference, reading);
        }
        return reading;
    }

    /** Whether reading it may take a while, because a file or a network is involved. */
    public boolean mayBlock(Reference reference, OwnMedia own) {
        return last.reference() != reference && finder.mayBlock(reference, own);
    }
}
