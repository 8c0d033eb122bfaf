package dev.understudy.media.still;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.media.image.Image;
import dev.understudy.media.image.ImageProbe;
import dev.understudy.media.probe.ByteArrayChannel;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LosslessWebpTest {

    @ParameterizedTest
    @CsvSource({
        "1,1,1",
        "1,1,9",
        "3,5,1",
        "7,3,2",
        "9,2,2",
        "5,5,3",
        "30,2,4",
        "33,17,5",
        "64,64,9",
        "1,300,16",
        "300,1,16",
        "41,23,17",
        "120,90,200",
        "100,70,256"
    })
    void everyPictureComesBackToThePixel(int width, int height, int colours) throws Exception {
        for (int likeness = 1; likeness <= 400; likeness *= 20) {
            IndexedPicture picture = picture(width, height, colours, likeness);
            byte[] file = LosslessWebp.encode(picture);

            assertThat(WebpDecoder.decode(file)).isEqualTo(shown(picture));
            assertThat(ImageProbe.probe(new ByteArrayChannel(file)))
                    .isEqualTo(new Image(Image.Format.WEBP, width, height));
            assertThat(ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getInt(4))
                    .isEqualTo(file.length - 8)
                    .isEven();
        }
    }

    @Test
    void anAreaOfOneColourTakesNextToNothing() {
        byte[] pixels = new byte[4096 * 4096];

        byte[] file = LosslessWebp.encode(new IndexedPicture(4096, 4096, new int[] {0x123456, 0xffffff}, pixels));

        assertThat(file.length).isLessThan(1_000);
    }

    /** Pixels that are like the one before or the one above, but for one in so many. */
    private static IndexedPicture picture(int width, int height, int colours, int likeness) {
        Random random = new Random(31L * width + height);
        byte[] pixels = new byte[width * height];
        for (int i = 0; i < pixels.length; i++) {
            boolean anew = i < width || random.nextInt(likeness) == 0;
            int near = random.nextInt(likeness) == 0 ? i - 1 : i - width;
            pixels[i] = anew ? (byte) random.nextInt(colours) : pixels[near];
        }
        return new IndexedPicture(
                width, height, random.ints(colours, 0, 1 << 24).toArray(), pixels);
    }

    private static int[] shown(IndexedPicture picture) {
        int[] colours =
                Arrays.stream(picture.colours()).map(rgb -> rgb | 0xff00_0000).toArray();
        return IntStream.range(0, picture.pixels().length)
                .map(i -> colours[picture.pixels()[i] & 0xff])
                .toArray();
    }
}
