package dev.understudy.media.render;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * Writes the videos that {@code check-renders.sh} checks into a folder, and beside them {@code expected.txt}: file,
 * width, height, seconds, and the MD5 of the painted planes of all frames, or a stroke where it was not worked out.
 */
final class RenderFiles {
    private static final List<int[]> ODD_SIZES = List.of(
            new int[] {642, 362},
            new int[] {16, 16},
            new int[] {18, 4096},
            new int[] {4096, 18},
            new int[] {180, 320},
            new int[] {4096, 4096});

    private final Path folder;
    private final PrintWriter expected;

    private RenderFiles(Path folder, PrintWriter expected) {
        this.folder = folder;
        this.expected = expected;
    }

    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        try (PrintWriter expected =
                new PrintWriter(folder.resolve("expected.txt").toFile())) {
            new RenderFiles(folder, expected).writeAll();
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
    }

    private void write(String kind, Scene scene, boolean exact) throws IOException {
        String name = "%s-%dx%d-%ds.mp4".formatted(kind, scene.width(), scene.height(), scene.seconds());
        Files.write(folder.resolve(name), Mp4Renderer.render(scene));
        String digest = exact ? digest(scene) : "-";
        expected.printf("%s %d %d %d %s%n", name, scene.width(), scene.height(), scene.seconds(), digest);
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
