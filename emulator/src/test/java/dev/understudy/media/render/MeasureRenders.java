package dev.understudy.media.render;

import java.util.Arrays;
import java.util.function.Function;

/**
 * Prints the tables of {@code docs/renders.md}: bytes and warm time of each size and duration, and of the stills. With the arguments width,
 * height and seconds it renders one scene and prints the time of that first call in a fresh JVM.
 */
final class MeasureRenders {
    private static final int WARM_UP = 8;
    private static final int RUNS = 9;

    private MeasureRenders() {}

    public static void main(String[] arguments) {
        if (arguments.length == 3) {
            int[] numbers = Arrays.stream(arguments).mapToInt(Integer::parseInt).toArray();
            System.out.printf(
                    "%.0f ms%n", milliseconds(Scenes.typical(numbers[0], numbers[1], numbers[2]), Mp4Renderer::render));
            return;
        }
        System.out.println("| size | seconds | bytes | warm, median of " + RUNS + " (ms) |");
        System.out.println("|---|---|---|---|");
        for (int[] size : Scenes.SIZES) {
            for (int seconds : Scenes.DURATIONS) {
                row(Scenes.typical(size[0], size[1], seconds));
            }
        }
        System.out.println("| size | thumbnail, bytes | sheet, bytes | thumbnail (ms) | sheet (ms) |");
        System.out.println("|---|---|---|---|---|");
        for (int[] size : Scenes.SIZES) {
            stills(Scenes.typical(size[0], size[1], 8));
        }
    }

    private static void stills(Scene scene) {
        System.out.printf(
                "| %d×%d | %,d | %,d | %.0f | %.0f |%n",
                scene.width(),
                scene.height(),
                Still.THUMBNAIL.render(scene).length,
                Still.SPRITESHEET.render(scene).length,
                warm(scene, Still.THUMBNAIL::render),
                warm(scene, Still.SPRITESHEET::render));
    }

    private static double warm(Scene scene, Function<Scene, byte[]> renderer) {
        for (int i = 0; i < WARM_UP; i++) {
            renderer.apply(scene);
        }
        double[] times = new double[RUNS];
        for (int i = 0; i < RUNS; i++) {
            times[i] = milliseconds(scene, renderer);
        }
        Arrays.sort(times);
        return times[RUNS / 2];
    }

    private static void row(Scene scene) {
        System.out.printf(
                "| %d×%d | %d | %,d | %.0f |%n",
                scene.width(),
                scene.height(),
                scene.reel().milliseconds() / 1000,
                Mp4Renderer.render(scene).length,
                warm(scene, Mp4Renderer::render));
    }

    private static double milliseconds(Scene scene, Function<Scene, byte[]> renderer) {
        long start = System.nanoTime();
        renderer.apply(scene);
        return (System.nanoTime() - start) / 1e6;
    }
}
