package dev.understudy.fuzz;

import dev.understudy.media.image.BadImageException;
import dev.understudy.media.image.Image;
import dev.understudy.media.image.ImageProbe;
import java.io.IOException;

/** Images in PNG, JPEG and WebP. */
public final class ImageTarget {

    private ImageTarget() {}

    public static void fuzzerTestOneInput(byte[] bytes) throws IOException {
        CountingChannel channel = new CountingChannel(bytes);
        try {
            Image image = ImageProbe.probe(channel);
            Finding.unless(image.width() > 0 && image.height() > 0, "it has no size: " + image);
        } catch (BadImageException refused) {
            Finding.unless(!refused.getMessage().isBlank(), "refused without a reason");
        }
        // Sizes stand in the head; its bound may be reached with more than the file has, by reading pieces twice.
        Finding.unless(channel.fetched() <= (64L << 20), "the probe fetched " + channel.fetched() + " bytes");
    }
}
