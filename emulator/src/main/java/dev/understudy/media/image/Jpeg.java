package dev.understudy.media.image;

import java.io.IOException;

/** JPEG, as ITU-T T.81 annex B lays it out: segments with a marker and a length each, then the coded picture. */
final class Jpeg {

    private static final int END_OF_IMAGE = 0xD9;
    private static final int START_OF_SCAN = 0xDA;
    private static final int EXIF = 0xE1;
    // Cameras write some ten; a colour profile or a depth map of some megabytes takes a few hundred.
    private static final int MOST_SEGMENTS = 4_096;
    private static final int BLOCK = 16 * 1024;

    private final Input input;
    private Image image;
    private boolean turned;

    private Jpeg(Input input) {
        this.input = input;
    }

    static Image read(Input input) throws BadImageException, IOException {
        Jpeg jpeg = new Jpeg(input);
        jpeg.requireEnd(jpeg.segments());
        Image image = jpeg.image;
        return jpeg.turned ? new Image(image.format(), image.height(), image.width()) : image;
    }

    // Up to the coded picture; where that begins.
    private long segments() throws BadImageException, IOException {
        long at = 2;
        for (int segments = 0; segments < MOST_SEGMENTS; segments++) {
            int marker = marker(at);
            if (marker == 0xFF) {
                at++; // a fill byte
                continue;
            }
            int length = input.u16(at + 2);
            if (length < 2) {
                throw new BadImageException("segment %02X of the JPEG claims %d bytes", marker, length);
            }
            if (marker == START_OF_SCAN) {
                return at + 2 + length;
            }
            segment(marker, at + 4, length - 2);
            at += 2 + length;
        }
        throw new BadImageException("the JPEG has no picture within its first %,d segments", MOST_SEGMENTS);
    }

    private int marker(long at) throws BadImageException, IOException {
        if (input.u8(at) != 0xFF) {
            throw new BadImageException("the JPEG has no segment at byte %,d, where one has to begin", at);
        }
        int marker = input.u8(at + 1);
        if (marker == END_OF_IMAGE) {
            throw new BadImageException("the JPEG holds no picture");
        }
        return marker;
    }

    private void segment(int marker, long payload, int length) throws BadImageException, IOException {
        if (isFrame(marker)) {
            image = new Image(Image.Format.JPEG, input.u16(payload + 3), input.u16(payload + 1));
        } else if (marker == EXIF) {
            turned |= Exif.isTurned(input, payload, length);
        }
    }

    // C0 to CF, but for the tables (C4, CC) and the one that is reserved (C8).
    private static boolean isFrame(int marker) {
        return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    }

    // Within coded data a byte FF is followed by 00, so the first FF D9 is the end of a picture.
    private void requireEnd(long from) throws BadImageException, IOException {
        if (image == null) {
            throw new BadImageException("the JPEG says nowhere how large its picture is");
        }
        boolean afterFf = false;
        for (long at = from; at < input.length(); at += BLOCK) {
            byte[] block =
                    input.bytes(at, (int) Math.min(BLOCK, input.length() - at)).array();
            for (byte next : block) {
                if (afterFf && next == (byte) END_OF_IMAGE) {
                    return;
                }
                afterFf = next == (byte) 0xff;
            }
        }
        throw new BadImageException("the JPEG has no end: the file looks cut off after %,d bytes", input.length());
    }
}
