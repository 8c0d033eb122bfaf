package dev.understudy.media.still;

import java.util.Arrays;

/** Cuts a picture into blocks, in the order in which a scan of three components has them: ITU-T T.81 clause A.2.3. */
final class Blocks {
    private static final int SIDE = Transform.SIDE;

    private final TintedPicture picture;
    private final Scan scan = new Scan();
    private int luma;
    private int cb;
    private int cr;

    private Blocks(TintedPicture picture) {
        this.picture = picture;
    }

    /** Four blocks of brightness, then one of each colour difference, for every 16&times;16 pixels. */
    static Scan scan(TintedPicture picture) {
        Blocks blocks = new Blocks(picture);
        for (int y = 0; y < picture.height(); y += 2 * SIDE) {
            for (int x = 0; x < picture.width(); x += 2 * SIDE) {
                blocks.unit(x, y);
            }
        }
        return blocks.scan;
    }

    private void unit(int x, int y) {
        for (int block = 0; block < 4; block++) {
            luma = add(brightness(x + block % 2 * SIDE, y + block / 2 * SIDE), luma);
        }
        cb = add(flat(picture.cb()), cb);
        cr = add(flat(picture.cr()), cr);
    }

    private int add(int[] samples, int before) {
        int[] coefficients = Transform.apply(samples);
        scan.add(coefficients, before);
        return coefficients[0];
    }

    private int[] brightness(int left, int top) {
        int[] samples = new int[Transform.SAMPLES];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = picture.luma(left + i % SIDE, top + i / SIDE);
        }
        return samples;
    }

    private static int[] flat(int value) {
        int[] samples = new int[Transform.SAMPLES];
        Arrays.fill(samples, value);
        return samples;
    }
}
