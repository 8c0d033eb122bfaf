package dev.understudy.media.render;

import java.util.Arrays;

/**
 * Prints the table of {@code docs/renders.md}: bytes and warm time of each size and duration. With the arguments width,
 * height and seconds it renders one scene and prints the time of that first call in a fresh JVM.
 */
final class MeasureRenders {
    private static final int WARM_UP = 8;
    private static final int RUNS = 9;

    private MeasureRenders() {}

    public static void main(String[] arguments) {
        if (arguments.length == 3) {
            int[] numbers = Arrays.stream(arguments).mapToInt(Integer::parseInt).toArray();
            System.out.printf("%.0f ms%n", milliseconds(Scenes.typical(numbers[0], numbers[1], numbers[2])));
            return;
        }
        System.out.println("| size | seconds | bytes | warm, median of " + RUNS + " (ms) |");
        System.out.println("|---|---|---|---|");
        for (int[] size : Scenes.SIZES) {
            for (int seconds : Scenes.DURATIONS) {
                row(Scenes.typical(size[0], size[1], seconds));
            }
        }
    }

    private static void row(Scene scene) {
        for (int i = 0; i < WARM_UP; i++) {
            Mp4Renderer.render(scene);
        }
        double[] times = new double[RUNS];
        for (int i = 0; i < RUNS; i++) {
            times[i] = milliseconds(scene);
        }
        Arrays.sort(times);
        System.out.printf(
                "| %d×%d | %d | %,d | %.0f |%n",
                scene.width(),
                scene.height(),
                scene.reel().milliseconds() / 1000,
                Mp4Renderer.render(scene).length,
                times[RUNS / 2]);
    }

    private static double milliseconds(Scene scene) {
        long start = System.nanoTime();
        Mp4Renderer.render(scene);
        return (System.nanoTime() - start) / 1e6;
    }
}
