package dev.understudy.media.still;

import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;

/** Decoded stills, row by row. */
public final class StillPixels {
    private StillPixels() {}

    /** The pixels of a WebP file, each 0xAARRGGBB. */
    public static int[] webp(byte[] file) {
        return WebpDecoder.decode(file);
    }

    /** The brightness of the pixels of a JPEG file. */
    public static int[] jpegLuma(byte[] file) throws IOException {
        Raster planes = jpeg(file);
        return planes.getSamples(0, 0, planes.getWidth(), planes.getHeight(), 0, (int[]) null);
    }

    /** The planes of a JPEG file as the JDK reads them: brightness, blue difference, red difference. */
    static Raster jpeg(byte[] file) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName("jpeg").next();
        reader.setInput(ImageIO.createImageInputStream(new ByteArrayInputStream(file)));
        reader.addIIOReadWarningListener((source, warning) -> {
            throw new AssertionError(warning);
        });
        return reader.readRaster(0, null);
    }
}
