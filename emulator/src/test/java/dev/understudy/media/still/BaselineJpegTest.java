package dev.understudy.media.still;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.media.image.Image;
import dev.understudy.media.image.ImageProbe;
import dev.understudy.media.probe.ByteArrayChannel;
import java.awt.image.Raster;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the JDK's decoder makes of the files. */
class BaselineJpegTest {

    @ParameterizedTest
    @CsvSource({"1,1", "16,16", "17,1", "1,33", "50,40", "300,200"})
    void smoothPicturesComeBackAlmostAsTheyWere(int width, int height) throws Exception {
        byte[] luma = new byte[width * height];
        for (int i = 0; i < luma.length; i++) {
            luma[i] = (byte) (128 + 100 * Math.sin(i % width / 20.0) * Math.cos(i / width / 30.0));
        }
        TintedPicture picture = new TintedPicture(width, height, luma, 100, 170);

        assertThat(farthest(picture, decode(picture))).isLessThanOrEqualTo(12);
    }

    @ParameterizedTest
    @CsvSource({"16,16", "97,35", "300,200"})
    void noiseStaysNearWhatItWas(int width, int height) throws Exception {
        byte[] luma = new byte[width * height];
        new Random(width).nextBytes(luma);
        TintedPicture picture = new TintedPicture(width, height, luma, 60, 220);

        assertThat(meanDistance(picture, decode(picture))).isLessThan(20);
    }

    @Test
    void flatAreasComeBackWithinALevel() throws Exception {
        for (int level = 0; level < 256; level += 5) {
            byte[] luma = new byte[40 * 24];
            Arrays.fill(luma, (byte) level);
            TintedPicture picture = new TintedPicture(40, 24, luma, level, 255 - level);
            Raster decoded = decode(picture);

            assertThat(farthest(picture, decoded)).isLessThanOrEqualTo(1);
            assertThat(decoded.getSample(20, 12, 1)).isBetween(level - 1, level + 1);
            assertThat(decoded.getSample(20, 12, 2)).isBetween(254 - level, 256 - level);
        }
    }

    /** The planes as they are in the file: brightness, blue difference, red difference. */
    private static Raster decode(TintedPicture picture) throws Exception {
        byte[] file = BaselineJpeg.encode(picture);
        assertThat(ImageProbe.probe(new ByteArrayChannel(file)))
                .isEqualTo(new Image(Image.Format.JPEG, picture.width(), picture.height()));
        return StillPixels.jpeg(file);
    }

    private static int farthest(TintedPicture picture, Raster decoded) {
        int farthest = 0;
        for (int i = 0; i < picture.luma().length; i++) {
            farthest = Math.max(farthest, distance(picture, decoded, i));
        }
        return farthest;
    }

    private static double meanDistance(TintedPicture picture, Raster decoded) {
        long sum = 0;
        for (int i = 0; i < picture.luma().length; i++) {
            sum += distance(picture, decoded, i);
        }
        return (double) sum / picture.luma().length;
    }

    private static int distance(TintedPicture picture, Raster decoded, int i) {
        int shown = decoded.getSample(i % picture.width(), i / picture.width(), 0);
        return Math.abs(shown - (picture.luma()[i] & 0xff));
    }
}
