package dev.understudy.fuzz;

import dev.understudy.media.probe.BadClipException;
import dev.understudy.media.probe.Clip;
import dev.understudy.media.probe.ClipProbe;
import java.io.IOException;
import java.util.Optional;

/** What holds of every clip, sound or not. */
final class Clips {

    // The bound that the probe promises, and the last piece that went over it.
    private static final long MOST_FETCHED = 65L << 20;

    private Clips() {}

    static void read(byte[] bytes) throws IOException {
        Optional<Clip> clip = probed(bytes);
        clip.ifPresent(Clips::check);
        Finding.unless(probed(bytes).equals(clip), "the same bytes are two different clips");
    }

    private static Optional<Clip> probed(byte[] bytes) throws IOException {
        CountingChannel channel = new CountingChannel(bytes);
        try {
            return Optional.of(ClipProbe.probe(channel));
        } catch (BadClipException refused) {
            // A read outside an array becomes a refusal, and would be a mistake all the same.
            boolean mistaken = refused.getMessage().matches("(?s).*contradict each other .*([Ii]ndex|ounds|null).*");
            Finding.unless(!mistaken && !refused.getMessage().isBlank(), refused.getMessage());
            return Optional.empty();
        } finally {
            Finding.unless(channel.fetched() <= MOST_FETCHED, "the probe fetched " + channel.fetched() + " bytes");
        }
    }

    private static void check(Clip clip) {
        Finding.unless(!clip.duration().isNegative(), "it ends before it begins: " + clip);
        Finding.unless(clip.width() > 0 && clip.height() > 0, "it has no picture: " + clip);
        Finding.unless(clip.framesPerSecond() >= 0 && clip.framesPerSecond() <= 1000, "no such rate: " + clip);
    }
}
