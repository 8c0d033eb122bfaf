package dev.understudy.media.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.media.image.Image;
import dev.understudy.media.image.ImageProbe;
import dev.understudy.media.probe.ByteArrayChannel;
import dev.understudy.media.still.StillPixels;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The stills of a video against its painted frames. */
class StillTest {

    @ParameterizedTest
    @CsvSource({"720,1280", "1792,1024", "1920,1080", "642,362", "16,16", "18,4096"})
    void aThumbnailIsTheFirstFrameToThePixel(int width, int height) throws Exception {
        for (Scene scene : List.of(Scenes.typical(width, height, 4), Scenes.stress(width, height, 4))) {
            byte[] file = Still.THUMBNAIL.render(scene);
            List<byte[]> frames = frames(scene);
            int[] colours = Tint.of(new Storyboard(scene).palette()).colours();

            assertThat(ImageProbe.probe(new ByteArrayChannel(file)))
                    .isEqualTo(new Image(Image.Format.WEBP, width, height));
            int[] wanted = new int[width * height];
            for (int i = 0; i < wanted.length; i++) {
                wanted[i] = colours[level(frames.get(0)[i])] | 0xff00_0000;
            }
            assertThat(StillPixels.webp(file)).isEqualTo(wanted);
        }
    }

    @ParameterizedTest
    @CsvSource({"720,1280,4", "1792,1024,4", "1920,1080,8", "642,362,5", "16,16,1"})
    void aSheetShowsSixteenFramesInReadingOrder(int width, int height, int seconds) throws Exception {
        Scene scene = Scenes.typical(width, height, seconds);
        byte[] file = Still.SPRITESHEET.render(scene);
        int columns = (width + 3) / 4;
        int rows = (height + 3) / 4;

        assertThat(ImageProbe.probe(new ByteArrayChannel(file)))
                .isEqualTo(new Image(Image.Format.JPEG, 4 * columns, 4 * rows));
        int[] shown = StillPixels.jpegLuma(file);
        List<byte[]> frames = frames(scene);
        for (int tile = 0; tile < 16; tile++) {
            int nearest = nearest(tile(shown, tile, columns, rows), frames, width, columns);
            byte[] wanted = frames.get(tile * seconds * 30 / 16);
            assertThat(frames.get(nearest))
                    .as("tile %s is frame %s", tile, nearest)
                    .isEqualTo(wanted);
        }
    }

    @Test
    void aVideoOfFewFramesHasThemMoreThanOnce() throws Exception {
        byte[] file = Still.SPRITESHEET.render(Scenes.reel(180, 320, new Reel(1, 1, false)));

        int[] shown = StillPixels.jpegLuma(file);
        for (int tile = 1; tile < 16; tile++) {
            assertThat(difference(tile(shown, 0, 45, 80), tile(shown, tile, 45, 80)))
                    .isLessThan(8);
        }
    }

    @Test
    void equalScenesGiveEqualBytesAndOthersDoNot() {
        for (Still still : Still.values()) {
            byte[] file = still.render(Scenes.typical(1280, 720, 4));

            assertThat(file).isEqualTo(still.render(Scenes.typical(1280, 720, 4)));
            assertThat(file).isNotEqualTo(still.render(Scenes.typical(1280, 720, 8)));
            assertThat(file).hasSizeLessThan(200_000);
        }
    }

    private static List<byte[]> frames(Scene scene) {
        List<byte[]> frames = new ArrayList<>();
        PaintedPlanes.forEach(scene, frames::add);
        return frames;
    }

    private static int level(byte luma) {
        return ((luma & 0xff) - Palette.BACKGROUND_LUMA) / Palette.LUMA_STEP;
    }

    private static int[] tile(int[] sheet, int tile, int columns, int rows) {
        int[] pixels = new int[columns * rows];
        for (int i = 0; i < pixels.length; i++) {
            int x = tile % 4 * columns + i % columns;
            int y = tile / 4 * rows + i / columns;
            pixels[i] = sheet[y * 4 * columns + x];
        }
        return pixels;
    }

    /** The frame that differs least from a tile, every fourth pixel of every fourth row compared. */
    private static int nearest(int[] tile, List<byte[]> frames, int width, int columns) {
        int nearest = -1;
        double least = Double.MAX_VALUE;
        for (int frame = 0; frame < frames.size(); frame++) {
            int[] quartered = new int[tile.length];
            for (int i = 0; i < quartered.length; i++) {
                quartered[i] = full(frames.get(frame)[i / columns * 4 * width + i % columns * 4]);
            }
            double difference = difference(tile, quartered);
            if (difference < least) {
                nearest = frame;
                least = difference;
            }
        }
        assertThat(least).as("mean difference of a pixel").isLessThan(16);
        return nearest;
    }

    /** Limited range as full range. */
    private static int full(byte luma) {
        return ((luma & 0xff) - 16) * 255 / 219;
    }

    private static double difference(int[] one, int[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += Math.abs(one[i] - other[i]);
        }
        return sum / one.length;
    }
}
