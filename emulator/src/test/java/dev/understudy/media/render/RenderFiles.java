package dev.understudy.media.render;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/**
 * Writes the videos that {@code check-renders.sh} checks into a folder, and beside them {@code expected.txt}: file,
 * width, height, seconds, frames a second, frames, whether there is sound, and the MD5 of the painted planes of all
 * frames, or a stroke where it was not worked out. The stills of some of them stand in {@code stills.txt}: video, width
 * and height of its thumbnail and of its sheet.
 */
final class RenderFiles {
    private static final List<int[]> ODD_SIZES = List.of(
            new int[] {642, 362},
            new int[] {16, 16},
            new int[] {18, 4096},
            new int[] {4096, 18},
            new int[] {180, 320},
            new int[] {4096, 4096});

    /** Milliseconds, frames a second, and 1 for sound. */
    private static final List<int[]> ODD_REELS = List.of(
            new int[] {101, 30, 1},
            new int[] {999, 24, 1},
            new int[] {1_999, 30, 1},
            new int[] {2_001, 30, 1},
            new int[] {3_999, 25, 0},
            new int[] {4_001, 60, 1},
            new int[] {4_033, 30, 0},
            new int[] {59_999, 1, 1});

    private static final List<int[]> STILL_SIZES =
            List.of(new int[] {720, 1280}, new int[] {1792, 1024}, new int[] {1920, 1080}, new int[] {642, 362});

    private final Path folder;
    private final PrintWriter expected;
    private final PrintWriter stills;

    private RenderFiles(Path folder, PrintWriter expected, PrintWriter stills) {
        this.folder = folder;
        this.expected = expected;
        this.stills = stills;
    }

    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        try (PrintWriter expected =
                        new PrintWriter(folder.resolve("expected.txt").toFile());
                PrintWriter stills =
                        new PrintWriter(folder.resolve("stills.txt").toFile())) {
            RenderFiles files = new RenderFiles(folder, expected, stills);
            files.writeAll();
            files.writeStills();
        }
    }

    private void writeAll() throws IOException {
        for (int[] size : Scenes.SIZES) {
            for (int seconds : Scenes.DURATIONS) {
                write("typical", Scenes.typical(size[0], size[1], seconds), seconds == 4);
            }
        }
        for (int[] size : ODD_SIZES) {
            write("stress", Scenes.stress(size[0], size[1], 1), true);
        }
        for (int seconds : List.of(1, 3, 7, 60)) {
            write("length", Scenes.typical(360, 640, seconds), true);
        }
        write("stress", Scenes.stress(1080, 1920, 3), true);
        for (int[] odd : ODD_REELS) {
            write("odd", Scenes.reel(180, 320, new Reel(odd[0], odd[1], odd[2] == 1)), true);
        }
        write("odd", Scenes.reel(360, 640, new Reel(3_500, 30, true)), true, Wrapping.MOV);
    }

    private void writeStills() throws IOException {
        for (int[] size : STILL_SIZES) {
            Scene scene = Scenes.stress(size[0], size[1], 4);
            String name = "stills-%sx%s".formatted(size[0], size[1]);
            Files.write(folder.resolve(name + ".mp4"), Mp4Renderer.render(scene));
            Files.write(folder.resolve(name + ".webp"), Still.THUMBNAIL.render(scene));
            Files.write(folder.resolve(name + ".jpg"), Still.SPRITESHEET.render(scene));
            int columns = (size[0] + 3) / 4 * 4;
            int rows = (size[1] + 3) / 4 * 4;
            stills.printf("%s %s %s %s %s%n", name, size[0], size[1], columns, rows);
        }
    }

    private void write(String kind, Scene scene, boolean exact) throws IOException {
        write(kind, scene, exact, Wrapping.MP4);
    }

    private void write(String kind, Scene scene, boolean exact, Wrapping wrapping) throws IOException {
        Reel reel = scene.reel();
        String seconds = String.format(Locale.ROOT, "%d.%03d", reel.milliseconds() / 1000, reel.milliseconds() % 1000);
        String ending = wrapping.name().toLowerCase(Locale.ROOT);
        String name = "%s-%sx%s-%ss-%s.%s"
                .formatted(kind, scene.width(), scene.height(), seconds, reel.framesPerSecond(), ending);
        Files.write(folder.resolve(name), Mp4Renderer.render(scene, wrapping));
        expected.printf(
                "%s %s %s %s %s %s %s %s%n",
                name,
                scene.width(),
                scene.height(),
                seconds,
                reel.framesPerSecond(),
                reel.frames(),
                reel.sound() ? "sound" : "mute",
                exact ? digest(scene) : "-");
    }

    private static String digest(Scene scene) {
        try {
            MessageDigest digest = MessageDigest.getInstance("MD5");
            PaintedPlanes.forEach(scene, digest::update);
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
