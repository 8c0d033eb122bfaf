package dev.understudy.media.render;

/**
 * Writes Intra16x16 macroblocks whose residual is one luma DC coefficient per 4&times;4 block.
 *
 * <p>With X the differences in whole steps and H the Hadamard matrix of clause 8.5.10, the coefficients are HXH and the
 * decoder computes H(HXH)H = 16X. At quantiser 31 scaling and the last shift make 22X of it without rounding, and each
 * 6 more of the quantiser doubles that.
 */
final class MacroblockWriter {
    /** The first macroblock predicts from nothing, that is from 128, in steps of two that this quantiser codes. */
    static final int FIRST_QP = 10;

    private static final int STEP_QP = 31;
    private static final int NEUTRAL = 128;
    private static final int SIDE = Picture.MACROBLOCK;

    /** The frame zig-zag of clause 8.5.6. */
    private static final int[] SCAN = {0, 1, 4, 8, 5, 2, 3, 6, 9, 12, 13, 10, 7, 11, 14, 15};

    private static final int VERTICAL = 0;
    private static final int HORIZONTAL = 1;
    private static final int DC = 2;

    private final BitWriter out;
    private final Cavlc cavlc;
    private final Picture picture;
    private final Palette palette;
    private final int typeOffset;
    private final int[] scanned = new int[SIDE * SIDE];
    private int qp;

    /** @param typeOffset 0 in an I slice, 5 in a P slice, where inter types come first */
    MacroblockWriter(BitWriter out, Picture picture, Palette palette, int typeOffset, int sliceQp) {
        this.out = out;
        this.cavlc = new Cavlc(out);
        this.picture = picture;
        this.palette = palette;
        this.typeOffset = typeOffset;
        this.qp = sliceQp;
    }

    void write(int column, int row) {
        int x = column * SIDE;
        int y = row * SIDE;
        if (x == 0 && y == 0) {
            writeFirst();
            return;
        }
        int[] above = y == 0 ? null : residual(VERTICAL, x, y);
        int[] left = x == 0 || above != null && Hadamard.isZero(above) ? null : residual(HORIZONTAL, x, y);
        if (left == null || above != null && Hadamard.cost(above) <= Hadamard.cost(left)) {
            writePredicted(VERTICAL, above);
        } else {
            writePredicted(HORIZONTAL, left);
        }
    }

    private void writeFirst() {
        int[] halves = new int[SIDE * SIDE];
        for (int i = 0; i < halves.length; i++) {
            halves[i] = (Palette.luma(picture.level(i % SIDE, i / SIDE)) - NEUTRAL) / 2;
        }
        header(DC, true, FIRST_QP);
        block(halves, 0);
        // Four equal chroma blocks: their 2x2 transform is four times the difference, coded in steps of one here.
        cavlc.chromaBlock(4 * (palette.cb() - NEUTRAL));
        cavlc.chromaBlock(4 * (palette.cr() - NEUTRAL));
    }

    private void writePredicted(int mode, int[] steps) {
        int shift = commonShift(steps);
        header(mode, false, Hadamard.isZero(steps) ? qp : STEP_QP + 6 * shift);
        block(steps, shift);
    }

    /** How often all steps can be halved, three times at most: 49 is the last quantiser below 51 on the ladder. */
    private static int commonShift(int[] steps) {
        int all = 1 << 3;
        for (int step : steps) {
            all |= step;
        }
        return Integer.numberOfTrailingZeros(all);
    }

    private void header(int mode, boolean chroma, int newQp) {
        out.unsigned(typeOffset + 1 + mode + (chroma ? 4 : 0));
        out.unsigned(0); // chroma from the mean of its neighbours, which all have the one tint
        int change = newQp - qp;
        out.signed(change > 25 ? change - 52 : change < -26 ? change + 52 : change);
        qp = newQp;
    }

    private void block(int[] steps, int shift) {
        int[] coefficients = Hadamard.transform(steps);
        for (int i = 0; i < scanned.length; i++) {
            scanned[i] = coefficients[SCAN[i]] >> shift;
        }
        cavlc.block(scanned);
    }

    /** The differences from the cells above or to the left, in steps. */
    private int[] residual(int mode, int x, int y) {
        int[] steps = new int[SIDE * SIDE];
        for (int i = 0; i < steps.length; i++) {
            int atX = x + i % SIDE;
            int atY = y + i / SIDE;
            int predicted = mode == VERTICAL ? picture.level(atX, y - 1) : picture.level(x - 1, atY);
            steps[i] = picture.level(atX, atY) - predicted;
        }
        return steps;
    }
}
