package dev.understudy.media.render;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.function.Consumer;

/** What a scene's frames look like as planes of 4:2:0 pixels, worked out from the painting and not from the coding. */
final class PaintedPlanes {
    private PaintedPlanes() {}

    /** Visits each frame: all of Y, then Cb, then Cr, cropped to the size of the scene. */
    static void forEach(Scene scene, Consumer<byte[]> visitor) {
        Storyboard storyboard = new Storyboard(scene);
        storyboard.forEachFrame((number, picture) -> visitor.accept(planes(scene, picture, storyboard.palette())));
    }

    private static byte[] planes(Scene scene, Picture picture, Palette palette) {
        int pixels = scene.width() * scene.height();
        ByteBuffer out = ByteBuffer.allocate(pixels * 3 / 2);
        for (int y = 0; y < scene.height(); y++) {
            for (int x = 0; x < scene.width(); x++) {
                out.put((byte) Palette.luma(picture.level(x / Picture.CELL, y / Picture.CELL)));
            }
        }
        Arrays.fill(out.array(), pixels, pixels * 5 / 4, (byte) palette.cb());
        Arrays.fill(out.array(), pixels * 5 / 4, pixels * 3 / 2, (byte) palette.cr());
        return out.array();
    }
}
