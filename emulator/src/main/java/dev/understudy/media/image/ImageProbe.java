package dev.understudy.media.image;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/**
 * Reads the size of an image from its header, without decoding a pixel, and makes sure that the file goes on to its end.
 *
 * <p>Made for hostile input: it keeps a few kilobytes, never allocates by a number of the file, never recurses, takes a
 * bounded number of steps, and answers every input with an image or a {@link BadImageException}.
 */
public final class ImageProbe {

    private static final int HEAD = 16;

    /** A kind of file that is refused: which bytes stand where, as hexadecimal text, and what to call it. */
    private record Other(String hex, int at, String name) {}

    private static final List<Other> OTHERS = List.of(
            new Other("474946", 0, "a GIF image"),
            new Other("424D", 0, "a BMP image"),
            new Other("49492A00", 0, "a TIFF image"),
            new Other("4D4D002A", 0, "a TIFF image"),
            new Other("6674797061766966", 4, "an AVIF image"),
            new Other("6674797068656963", 4, "a HEIC image"),
            new Other("667479706D696631", 4, "a HEIC image"),
            new Other("66747970", 4, "an MP4 or MOV video"),
            new Other("1A45DFA3", 0, "a WebM or Matroska video"),
            new Other("25504446", 0, "a PDF document"),
            new Other("3C737667", 0, "an SVG image"));

    private ImageProbe() {}

    /**
     * Probes a file. The channel is left open, at an arbitrary position.
     *
     * @throws BadImageException if the file is no usable PNG, JPEG or WebP
     * @throws IOException if the channel fails
     */
    public static Image probe(SeekableByteChannel source) throws BadImageException, IOException {
        Input input = new Input(source);
        if (input.length() == 0) {
            throw new BadImageException("the file is empty (0 bytes)");
        }
        ByteBuffer start = input.bytes(0, (int) Math.min(HEAD, input.length()));
        String head = HexFormat.of().withUpperCase().formatHex(start.array());
        Image image = image(input, head, start);
        if (image.width() == 0 || image.height() == 0) {
            throw new BadImageException("the image has no size (%d×%d)", image.width(), image.height());
        }
        return image;
    }

    private static Image image(Input input, String head, ByteBuffer start) throws BadImageException, IOException {
        if (head.startsWith("89504E470D0A1A0A")) {
            return Png.read(input);
        }
        if (head.startsWith("FFD8FF")) {
            return Jpeg.read(input);
        }
        if (head.startsWith("52494646") && head.startsWith("57454250", 16)) {
            return Webp.read(input);
        }
        throw new BadImageException(
                "PNG, JPEG or WebP is needed, but the file begins with %s (%s)",
                head.substring(0, Math.min(8, head.length())).replaceAll("..(?=.)", "$0 "), name(head, start));
    }

    private static String name(String head, ByteBuffer start) {
        for (Other other : OTHERS) {
            if (head.startsWith(other.hex(), other.at() * 2)) {
                return other.name();
            }
        }
        String text = new String(start.array(), StandardCharsets.ISO_8859_1);
        if (text.stripLeading().toLowerCase(Locale.ROOT).startsWith("<")) {
            return "an HTML or XML page";
        }
        return text.chars().allMatch(c -> c >= ' ' || Character.isWhitespace(c)) ? "text" : "an unknown format";
    }
}
