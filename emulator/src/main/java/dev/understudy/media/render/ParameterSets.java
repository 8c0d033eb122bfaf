package dev.understudy.media.render;

/** Sequence and picture parameter sets of Constrained Baseline (ITU-T H.264 clauses 7.3.2 and E.1). */
record ParameterSets(byte[] sequence, byte[] picture) {
    static final int PROFILE = 66;
    /** Flags 0 and 1: also decodable as Main, and without the parts of Baseline that nobody implements. */
    static final int CONSTRAINTS = 0xC0;

    static final int FRAME_NUMBER_BITS = 8;
    static final int INITIAL_QP = 26;

    private static final int BT709 = 1;
    private static final int UNSPECIFIED_FORMAT = 5;

    static ParameterSets of(int width, int height, int framesPerSecond) {
        return new ParameterSets(
                Nal.unit(Nal.SPS, sequence(width, height, framesPerSecond)), Nal.unit(Nal.PPS, picturePayload()));
    }

    private static byte[] sequence(int width, int height, int framesPerSecond) {
        int columns = (width + 15) / 16;
        int rows = (height + 15) / 16;
        int level = Level.of(columns, rows, framesPerSecond).indication();
        BitWriter out = new BitWriter();
        out.bits(PROFILE, 8).bits(CONSTRAINTS, 8).bits(level, 8);
        out.unsigned(0); // seq_parameter_set_id
        out.unsigned(FRAME_NUMBER_BITS - 4);
        out.unsigned(2); // pic_order_cnt_type: shown in the order of decoding
        out.unsigned(1).bit(false); // one reference frame, no gaps in frame_num
        out.unsigned(columns - 1).unsigned(rows - 1);
        out.bit(true).bit(true); // frames only, direct_8x8_inference_flag
        cropping(out, columns * 16 - width, rows * 16 - height);
        usability(out.bit(true), framesPerSecond);
        return out.finish();
    }

    private static void cropping(BitWriter out, int right, int bottom) {
        boolean cropped = right > 0 || bottom > 0;
        out.bit(cropped);
        if (cropped) {
            // In units of one chroma sample, which is two pixels.
            out.unsigned(0).unsigned(right / 2).unsigned(0).unsigned(bottom / 2);
        }
    }

    private static void usability(BitWriter out, int framesPerSecond) {
        out.bit(true).bits(1, 8); // square pixels
        out.bit(false); // overscan
        out.bit(true).bits(UNSPECIFIED_FORMAT, 3).bit(false); // limited range
        out.bit(true).bits(BT709, 8).bits(BT709, 8).bits(BT709, 8);
        out.bit(false); // chroma location
        out.bit(true).bits(1, 32).bits(2 * framesPerSecond, 32).bit(true); // a tick is a field; fixed rate
        out.bit(false).bit(false).bit(false); // no HRD parameters, no picture structure
        out.bit(true).bit(true); // bitstream restriction, vectors may leave the picture
        out.unsigned(0).unsigned(0).unsigned(16).unsigned(16); // no bound on bytes or bits, default vector range
        out.unsigned(0).unsigned(1); // nothing reordered, one frame kept
    }

    private static byte[] picturePayload() {
        BitWriter out = new BitWriter();
        out.unsigned(0).unsigned(0); // pic_parameter_set_id, seq_parameter_set_id
        out.bit(false).bit(false); // CAVLC, no field order in slices
        out.unsigned(0); // one slice group
        out.unsigned(0).unsigned(0); // one reference in each list
        out.bit(false).bits(0, 2); // no weighted prediction
        out.signed(INITIAL_QP - 26).signed(0); // pic_init_qp, pic_init_qs
        out.signed(0); // chroma_qp_index_offset
        out.bit(true).bit(false).bit(false); // slices say how to deblock; intra may predict from inter; no redundancy
        return out.finish();
    }
}
