package dev.understudy.media.still;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/** JPEG files of the baseline process (ITU-T T.81) in the usual wrapping (ITU-T T.871, "JFIF"). */
public final class BaselineJpeg {
    private static final int START_OF_IMAGE = 0xd8;
    private static final int END_OF_IMAGE = 0xd9;
    private static final int APPLICATION = 0xe0;
    private static final int QUANTISER = 0xdb;
    private static final int FRAME = 0xc0;
    private static final int CODES = 0xc4;
    private static final int SCAN = 0xda;

    /** Version 1.2, pixels that are as wide as high, no thumbnail. */
    private static final int[] JFIF = {'J', 'F', 'I', 'F', 0, 1, 2, 0, 0, 1, 0, 1, 0, 0};

    /** Each component: identifier, sampling factors, quantiser. One sample of colour for four of brightness. */
    private static final int[] COMPONENTS = {1, 0x22, 0, 2, 0x11, 0, 3, 0x11, 0};

    /** Each component with its codes; then the coefficients of the only kind of scan that baseline has. */
    private static final int[] SCAN_HEADER = {3, 1, 0x00, 2, 0x00, 3, 0x00, 0, 63, 0};

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private BaselineJpeg() {}

    /** The file; a few levels of brightness may be lost at sharp edges. */
    public static byte[] encode(TintedPicture picture) {
        Scan scan = Blocks.scan(picture);
        PrefixCode first = scan.code(Scan.FIRST);
        PrefixCode others = scan.code(Scan.OTHERS);
        BaselineJpeg file = new BaselineJpeg();
        file.marker(START_OF_IMAGE);
        file.segment(APPLICATION, JFIF);
        file.segment(QUANTISER, quantiser());
        file.segment(FRAME, frame(picture));
        file.segment(CODES, code(0x00, first));
        file.segment(CODES, code(0x10, others));
        file.segment(SCAN, SCAN_HEADER);
        file.out.writeBytes(scan.write(first, others));
        file.marker(END_OF_IMAGE);
        return file.out.toByteArray();
    }

    private void marker(int code) {
        out.write(0xff);
        out.write(code);
    }

    private void segment(int marker, int... content) {
        marker(marker);
        out.write(content.length + 2 >>> 8);
        out.write(content.length + 2);
        for (int value : content) {
            out.write(value);
        }
    }

    private static int[] quantiser() {
        int[] content = new int[1 + Transform.SAMPLES];
        for (int i = 0; i < Transform.SAMPLES; i++) {
            content[1 + i] = Transform.step(Transform.ZIGZAG[i]);
        }
        return content;
    }

    private static int[] frame(TintedPicture picture) {
        int[] size = {8, picture.height() >>> 8, picture.height(), picture.width() >>> 8, picture.width(), 3};
        return concat(size, COMPONENTS);
    }

    /** Which code it is, how many words there are of each length, and the symbols from the shortest word on. */
    private static int[] code(int name, PrefixCode code) {
        int[] symbols = Scan.named(code);
        int[] content = new int[1 + 16 + symbols.length];
        content[0] = name;
        int at = 1 + 16;
        for (int length = 1; length <= 16; length++) {
            for (int symbol : symbols) {
                if (code.length(symbol) == length) {
                    content[length]++;
                    content[at++] = symbol;
                }
            }
        }
        return content;
    }

    private static int[] concat(int[] first, int[] second) {
        int[] all = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }
}
