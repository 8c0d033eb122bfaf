package dev.understudy.media.image;

import java.io.IOException;
import java.nio.ByteBuffer;

/** WebP, as RFC 9649 lays it out: a RIFF file with one lossy or lossless picture, or an extended header before more. */
final class Webp {

    private static final int FIRST_CHUNK = 12;
    private static final int HEADER = 8;
    private static final int MOST_CHUNKS = 4_096;
    // VP8 codes 14 bits of width and height each, and above them how to scale.
    private static final int FOURTEEN_BITS = 0x3fff;
    private static final int TWENTY_FOUR_BITS = 0xff_ffff;

    private Webp() {}

    static Image read(Input input) throws BadImageException, IOException {
        long claimed = (input.littleEndian(4, 4).getInt() & 0xffff_ffffL) + HEADER;
        if (claimed > input.length()) {
            throw new BadImageException(
                    "the WebP claims %,d bytes in a file of %,d: the file looks cut off", claimed, input.length());
        }
        long at = FIRST_CHUNK;
        Image canvas = null;
        for (int chunks = 0; chunks < MOST_CHUNKS && at + HEADER <= claimed; chunks++) {
            String type = input.tag(at);
            long length = input.littleEndian(at + 4, 4).getInt() & 0xffff_ffffL;
            if (length > claimed - at - HEADER) {
                throw new BadImageException(
                        "chunk '%s' of the WebP claims %,d bytes, which it does not have", type, length);
            }
            long payload = at + HEADER;
            switch (type) {
                case "VP8X" -> canvas = canvas(input, payload);
                case "VP8 " -> {
                    return canvas == null ? lossy(input, payload) : canvas;
                }
                case "VP8L" -> {
                    return canvas == null ? lossless(input, payload) : canvas;
                }
                case "ANMF" -> {
                    return requireCanvas(canvas);
                }
                default -> {
                    // Colour profiles, animation parameters, metadata, and what readers shall ignore.
                }
            }
            at = payload + length + length % 2;
        }
        throw new BadImageException("the WebP holds no picture");
    }

    private static Image lossy(Input input, long at) throws BadImageException, IOException {
        ByteBuffer frame = input.littleEndian(at, 10);
        boolean keyFrame = (frame.get(0) & 1) == 0;
        if (!keyFrame || (frame.getInt(3) & TWENTY_FOUR_BITS) != 0x2a019d) {
            throw new BadImageException("the picture in the WebP does not begin with a VP8 key frame");
        }
        return image(frame.getShort(6) & FOURTEEN_BITS, frame.getShort(8) & FOURTEEN_BITS);
    }

    private static Image lossless(Input input, long at) throws BadImageException, IOException {
        ByteBuffer header = input.littleEndian(at, 5);
        if (header.get(0) != 0x2f) {
            throw new BadImageException("the picture in the WebP does not begin with a VP8L signature");
        }
        int bits = header.getInt(1);
        return image((bits & FOURTEEN_BITS) + 1, (bits >>> 14 & FOURTEEN_BITS) + 1);
    }

    private static Image canvas(Input input, long at) throws BadImageException, IOException {
        ByteBuffer header = input.littleEndian(at, 10);
        return image((header.getInt(4) & TWENTY_FOUR_BITS) + 1, (header.getInt(6) >>> 8) + 1);
    }

    private static Image requireCanvas(Image canvas) throws BadImageException {
        if (canvas == null) {
            throw new BadImageException("the WebP is animated but does not say how large it is");
        }
        return canvas;
    }

    private static Image image(int width, int height) {
        return new Image(Image.Format.WEBP, width, height);
    }
}
