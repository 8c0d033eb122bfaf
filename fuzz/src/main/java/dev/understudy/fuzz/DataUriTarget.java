package dev.understudy.fuzz;

import dev.understudy.media.source.ClipReader;
import dev.understudy.media.source.EgressPolicy;
import dev.understudy.media.source.Fetcher;
import dev.understudy.media.source.ImageReader;
import dev.understudy.media.source.OwnMedia;
import dev.understudy.media.source.Reference;
import dev.understudy.media.source.UnreadableMediaException;
import dev.understudy.settings.Egress;
import java.net.URI;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What jobs refer to: data URIs above all, and URLs, of which none may be fetched. */
public final class DataUriTarget {

    private static final EgressPolicy EGRESS = new EgressPolicy(Egress.NONE, List.of());
    private static final Fetcher FETCHER = new Fetcher(
            EGRESS,
            () -> {
                throw new Finding("something is fetched, though nothing may be");
            },
            1,
            Duration.ofSeconds(1));
    private static final ClipReader CLIPS = new ClipReader(EGRESS, FETCHER);
    private static final ImageReader IMAGES = new ImageReader(EGRESS, FETCHER);

    private DataUriTarget() {}

    public static void fuzzerTestOneInput(byte[] bytes) {
        Reference reference = Reference.of(new String(bytes, StandardCharsets.UTF_8));
        try {
            CLIPS.mayBlock(reference, NONE);
            CLIPS.read(reference, NONE);
        } catch (UnreadableMediaException refused) {
            Finding.unless(!refused.getMessage().isBlank(), "refused without a reason");
        }
        try {
            IMAGES.mayBlock(reference, NONE);
            IMAGES.read(reference, NONE);
        } catch (UnreadableMediaException refused) {
            Finding.unless(!refused.getMessage().isBlank(), "refused without a reason");
        }
    }

    private static final OwnMedia NONE = new OwnMedia() {
        @Override
        public boolean owns(URI uri) {
            return false;
        }

        @Override
        public Optional<SeekableByteChannel> open(URI uri) {
            return Optional.empty();
        }
    };
}
