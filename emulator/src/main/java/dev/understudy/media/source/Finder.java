package dev.understudy.media.source;

import dev.understudy.media.probe.ByteArrayChannel;
import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Finds the file that a job refers to: in a data URI, among this server's own, or on a host that may be contacted. */
final class Finder {

    private final String noun;
    private final EgressPolicy egress;
    private final Fetcher fetcher;

    /** @param noun what a message calls the file, such as {@code video} */
    Finder(String noun, EgressPolicy egress, Fetcher fetcher) {
        this.noun = noun;
        this.egress = egress;
        this.fetcher = fetcher;
    }

    Found find(Reference reference, OwnMedia own) throws UnreadableMediaException, IOException {
        if (reference.isData()) {
            return new Found.Content(new ByteArrayChannel(reference.data()));
        }
        URI uri = reference
                .url()
                .orElseThrow(() ->
                        new UnreadableMediaException("the " + noun + " is not an http or https URL or a data URI"));
        return own.owns(uri) ? kept(uri, own) : elsewhere(uri);
    }

    /** Whether finding it may take a while, because a file or a network is involved. */
    boolean mayBlock(Reference reference, OwnMedia own) {
        return reference
                .url()
                .filter(uri -> own.owns(uri) || egress.mayContact(uri))
                .isPresent();
    }

    private static Found kept(URI uri, OwnMedia own) throws UnreadableMediaException, IOException {
        return new Found.Content(
                own.open(uri).orElseThrow(() -> new UnreadableMediaException("there is no file at " + uri.getPath())));
    }

    private Found elsewhere(URI uri) throws UnreadableMediaException, IOException {
        EgressPolicy.Verdict verdict = egress.judge(uri);
        if (verdict instanceof EgressPolicy.Refuse refuse) {
            throw new UnreadableMediaException(refuse.why());
        }
        if (verdict instanceof EgressPolicy.Assume assume) {
            return new Found.NotFetched(uri, assume.why());
        }
        Path file = fetcher.fetch(uri);
        return new Found.Content(FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.DELETE_ON_CLOSE));
    }
}
