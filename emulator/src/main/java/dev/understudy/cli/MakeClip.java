package dev.understudy.cli;

import dev.understudy.media.render.Mp4Renderer;
import dev.understudy.media.render.Scene;
import dev.understudy.media.render.Wrapping;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;

/** Makes a clip to the millisecond, for the boundaries of whatever reads clips. */
final class MakeClip implements Command {

    private static final String STANDARD_OUTPUT = "-";

    @Override
    public Spec spec() {
        return Spec.of("clip", "make a clip of any length and size, to try boundaries with", ClipOptions.ALL);
    }

    @Override
    public int run(Arguments arguments) {
        Scene scene = ClipOptions.scene(arguments);
        String file = ClipOptions.output(arguments);
        byte[] clip = Mp4Renderer.render(scene, wrapping(file));
        try {
            if (file.equals(STANDARD_OUTPUT)) {
                System.out.write(clip);
                System.out.flush();
            } else {
                Files.write(Path.of(file), clip);
                System.out.println(String.format(
                        Locale.ROOT, "%s: %s, %,d bytes", file, scene.lines().get(0), clip.length));
            }
            return 0;
        } catch (IOException e) {
            System.err.println("understudy: cannot write " + file + ": " + reason(e));
            return 1;
        }
    }

    // The message of most is the name of the file alone.
    private static String reason(IOException problem) {
        if (problem instanceof NoSuchFileException) {
            return "there is no such folder";
        }
        return problem instanceof AccessDeniedException ? "not allowed" : problem.getMessage();
    }

    private static Wrapping wrapping(String file) {
        return file.toLowerCase(Locale.ROOT).endsWith(".mov") ? Wrapping.MOV : Wrapping.MP4;
    }
}
