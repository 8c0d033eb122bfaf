package dev.understudy.media.render;

/** Codes whole frames, each as one slice (ITU-T H.264 clauses 7.3.3 and 7.3.4). */
final class SliceEncoder {
    private static final int P_ALL = 5;
    private static final int I_ALL = 7;
    private static final int INTRA_TYPES_IN_P = 5;

    private final Palette palette;

    SliceEncoder(Palette palette) {
        this.palette = palette;
    }

    /** @param identifier must differ from that of the key frame before (idr_pic_id) */
    byte[] key(Picture picture, int identifier) {
        BitWriter out = new BitWriter();
        out.unsigned(0).unsigned(I_ALL).unsigned(0);
        out.bits(0, ParameterSets.FRAME_NUMBER_BITS).unsigned(identifier);
        out.bit(false).bit(false); // output what came before, no long-term reference
        quantiserAndFilter(out);
        MacroblockWriter writer = new MacroblockWriter(out, picture, palette, 0, MacroblockWriter.FIRST_QP);
        for (int row = 0; row < picture.macroblockRows(); row++) {
            for (int column = 0; column < picture.macroblockColumns(); column++) {
                writer.write(column, row);
            }
        }
        return Nal.unit(Nal.IDR_SLICE, out.finish());
    }

    /** Codes what differs between two pictures. @param number frames since the key frame */
    byte[] change(Picture before, Picture now, int number) {
        BitWriter out = new BitWriter();
        out.unsigned(0).unsigned(P_ALL).unsigned(0);
        out.bits(number, ParameterSets.FRAME_NUMBER_BITS);
        out.bit(false).bit(false).bit(false); // references as they are: count, order, marking
        quantiserAndFilter(out);
        MacroblockWriter writer = new MacroblockWriter(out, now, palette, INTRA_TYPES_IN_P, MacroblockWriter.FIRST_QP);
        int coded = 0;
        int columns = now.macroblockColumns();
        for (int row = 0; row < now.macroblockRows(); row++) {
            if (now.sameMacroblockRow(before, row)) {
                continue;
            }
            for (int column = 0; column < columns; column++) {
                if (!now.sameMacroblock(before, column, row)) {
                    out.unsigned(row * columns + column - coded);
                    coded = row * columns + column + 1;
                    writer.write(column, row);
                }
            }
        }
        skipRest(out, columns * now.macroblockRows() - coded);
        return Nal.unit(Nal.SLICE, out.finish());
    }

    private static void skipRest(BitWriter out, int macroblocks) {
        if (macroblocks > 0) {
            out.unsigned(macroblocks);
        }
    }

    private static void quantiserAndFilter(BitWriter out) {
        out.signed(MacroblockWriter.FIRST_QP - ParameterSets.INITIAL_QP);
        out.unsigned(1); // no deblocking: it would blur the edges that are coded exactly
    }
}
