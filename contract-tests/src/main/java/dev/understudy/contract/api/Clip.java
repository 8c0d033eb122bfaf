package dev.understudy.contract.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The media that the cases use: a figure walking through a blank scene, 1280 x 720, H.264, 24 frames a second, silent. */
public enum Clip {
    TOO_SHORT("walk-1.5s.mp4"),
    TWO_SECONDS("walk-2s.mp4"),
    THREE_SECONDS("walk-3s.mp4"),
    FOUR_SECONDS("walk-4s.mp4"),
    TOO_LONG("walk-5s.mp4"),
    /** Text that calls itself a video. */
    NOT_A_VIDEO("prose.mp4"),
    /** A still of 1280 x 720 pixels, to begin a video with. */
    PICTURE("still.png");

    private final String filename;

    Clip(String filename) {
        this.filename = filename;
    }

    public String filename() {
        return filename;
    }

    public String contentType() {
        return this == PICTURE ? "image/png" : "video/mp4";
    }

    public byte[] bytes() {
        if (this == NOT_A_VIDEO) {
            return "This is prose, whatever its name says.\n".repeat(40).getBytes(StandardCharsets.UTF_8);
        }
        try (InputStream in = Clip.class.getResourceAsStream("/dev/understudy/contract/clips/" + filename)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
