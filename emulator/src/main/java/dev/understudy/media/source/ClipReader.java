package dev.understudy.media.source;

import dev.understudy.media.probe.BadClipException;
import dev.understudy.media.probe.Clip;
import dev.understudy.media.probe.ClipProbe;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Reads the clip that a job refers to: a data URI, a file of this server, or a URL on a host that may be contacted.
 * Any other URL is judged by its hints. Blocks while it fetches; call it from a thread that may.
 */
public final class ClipReader {

    private final EgressPolicy egress;
    private final Fetcher fetcher;

    public ClipReader(EgressPolicy egress, Fetcher fetcher) {
        this.egress = egress;
        this.fetcher = fetcher;
    }

    /** @throws UnreadableMediaException if there is no readable clip, in bounded time and memory */
    public ClipReading read(String reference, OwnMedia own) throws UnreadableMediaException {
        try {
            if (DataUri.is(reference)) {
                return known(ClipProbe.probe(DataUri.decode(reference)));
            }
            URI uri = url(reference);
            return own.owns(uri) ? known(kept(uri, own)) : elsewhere(uri);
        } catch (BadClipException e) {
            throw new UnreadableMediaException(e.getMessage());
        } catch (IOException e) {
            throw new UnreadableMediaException("the clip could not be read: " + e.getMessage());
        }
    }

    /** Whether reading it may take a while, because a file or a network is involved. */
    public boolean mayBlock(String reference, OwnMedia own) {
        try {
            if (DataUri.is(reference)) {
                return false;
            }
            URI uri = url(reference);
            return own.owns(uri) || egress.mayContact(uri);
        } catch (UnreadableMediaException e) {
            return false;
        }
    }

    private static Clip kept(URI uri, OwnMedia own) throws UnreadableMediaException, IOException, BadClipException {
        return own.probe(uri).orElseThrow(() -> new UnreadableMediaException("there is no file at " + uri.getPath()));
    }

    private ClipReading elsewhere(URI uri) throws UnreadableMediaException, IOException, BadClipException {
        EgressPolicy.Verdict verdict = egress.judge(uri);
        if (verdict instanceof EgressPolicy.Refuse refuse) {
            throw new UnreadableMediaException(refuse.why());
        }
        if (verdict instanceof EgressPolicy.Assume assume) {
            return UrlHints.read(uri, assume.why());
        }
        Path file = fetcher.fetch(uri);
        try (SeekableByteChannel content = FileChannel.open(file)) {
            return known(ClipProbe.probe(content));
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static ClipReading known(Clip clip) {
        return new ClipReading(clip, List.of());
    }

    private static URI url(String reference) throws UnreadableMediaException {
        try {
            URI uri = new URI(reference);
            String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            if (uri.getHost() != null && (scheme.equals("http") || scheme.equals("https"))) {
                return uri;
            }
        } catch (URISyntaxException e) {
            // Said below, together with other schemes.
        }
        throw new UnreadableMediaException("the video is not an http or https URL or a data URI");
    }
}
