package dev.understudy.media.render;

import java.util.Arrays;

/**
 * Decodes the subset of H.264 that the renderer writes, with the formulas of the standard instead of the encoder's
 * shortcuts: full scaling, inverse transform and prediction on pixels. Anything outside of the subset is an error.
 */
final class SubsetDecoder {
    private static final int[] SCALE = {10, 11, 13, 14, 16, 18};
    private static final int[] CHROMA_QP = {
        29, 30, 31, 32, 32, 33, 34, 34, 35, 35, 36, 36, 37, 37, 37, 38, 38, 38, 39, 39, 39, 39
    };
    private static final int[] ZIGZAG = {0, 1, 4, 8, 5, 2, 3, 6, 9, 12, 13, 10, 7, 11, 14, 15};

    private final int columns;
    private final int rows;
    private final int stride;
    private final int[] luma;
    private final int[][] chroma;
    private BitReader in;
    private int qp;

    SubsetDecoder(int width, int height) {
        columns = (width + 15) / 16;
        rows = (height + 15) / 16;
        stride = 16 * columns;
        luma = new int[stride * 16 * rows];
        chroma = new int[2][luma.length / 4];
    }

    void decode(byte[] sample) {
        boolean key = (sample[4] & 31) == 5;
        in = BitReader.ofUnit(sample, 4);
        require(in.unsigned() == 0 && in.unsigned() == (key ? 7 : 5) && in.unsigned() == 0, "slice header");
        in.bits(8);
        if (key) {
            Arrays.fill(luma, -1); // so that a pixel left out cannot pass
            in.unsigned();
            in.bits(2);
        } else {
            in.bits(3);
        }
        qp = 26 + in.signed();
        require(in.unsigned() == 1, "deblocking");
        macroblocks(key);
        require(in.onlyTrailingBitsLeft(), "bits after the last macroblock");
    }

    /** Y, Cb and Cr as bytes, without the padding to whole macroblocks. */
    byte[] cropped(int width, int height) {
        byte[] out = new byte[width * height * 3 / 2];
        int at = crop(luma, stride, width, height, out, 0);
        at = crop(chroma[0], stride / 2, width / 2, height / 2, out, at);
        crop(chroma[1], stride / 2, width / 2, height / 2, out, at);
        return out;
    }

    private static int crop(int[] plane, int stride, int width, int height, byte[] out, int from) {
        int at = from;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                out[at++] = (byte) plane[y * stride + x];
            }
        }
        return at;
    }

    private void macroblocks(boolean key) {
        int at = 0;
        while (at < columns * rows) {
            at += key ? 0 : in.unsigned();
            if (at < columns * rows) {
                macroblock(at % columns, at / columns, in.unsigned() - (key ? 1 : 6));
                at++;
            }
        }
        require(at == columns * rows, "macroblocks beyond the picture");
    }

    private void macroblock(int column, int row, int type) {
        require(type >= 0 && type < 8, "macroblock type " + type);
        require(in.unsigned() == 0, "chroma prediction mode");
        qp = Math.floorMod(qp + in.signed(), 52);
        int[] levels = new CavlcReader(in).block();
        luma(column, row, type % 4, levels);
        for (int[] plane : chroma) {
            int level = type >= 4 ? new CavlcReader(in).chromaDc() : 0;
            chroma(plane, column, row, level);
        }
    }

    private void luma(int column, int row, int mode, int[] levels) {
        int[] coefficients = new int[16];
        for (int i = 0; i < 16; i++) {
            coefficients[ZIGZAG[i]] = levels[i];
        }
        int[] dc = inverse(coefficients);
        int origin = 16 * row * stride + 16 * column;
        for (int i = 0; i < 256; i++) {
            int x = i % 16;
            int y = i / 16;
            int at = origin + y * stride + x;
            int residual = scaled(dc[y / 4 * 4 + x / 4]) + 32 >> 6;
            luma[at] = Math.max(0, Math.min(255, predicted(mode, column, row, origin, x, y) + residual));
        }
    }

    private int predicted(int mode, int column, int row, int origin, int x, int y) {
        require(mode != 0 || row > 0, "vertical prediction from outside");
        require(mode != 1 || column > 0, "horizontal prediction from outside");
        require(mode != 2 || row == 0 && column == 0, "DC prediction");
        return switch (mode) {
            case 0 -> luma[origin - stride + x];
            case 1 -> luma[origin + y * stride - 1];
            default -> 128;
        };
    }

    private int scaled(int value) {
        int scale = 16 * SCALE[qp % 6];
        return qp >= 36 ? value * scale << qp / 6 - 6 : value * scale + (1 << 5 - qp / 6) >> 6 - qp / 6;
    }

    private static int[] inverse(int[] block) {
        int[][] h = {{1, 1, 1, 1}, {1, 1, -1, -1}, {1, -1, -1, 1}, {1, -1, 1, -1}};
        int[] out = new int[16];
        for (int i = 0; i < 256; i++) {
            int at = i / 16;
            int from = i % 16;
            out[at] += h[at / 4][from / 4] * block[from] * h[from % 4][at % 4];
        }
        return out;
    }

    private void chroma(int[] plane, int column, int row, int level) {
        int chromaQp = qp < 30 ? qp : CHROMA_QP[qp - 30];
        int residual = ((level * 16 * SCALE[chromaQp % 6] << chromaQp / 6) >> 5) + 32 >> 6;
        int width = stride / 2;
        int origin = 8 * row * width + 8 * column;
        // All blocks have the one tint, so that the mean of the neighbours is any of them.
        int predicted = column > 0 ? plane[origin - 1] : row > 0 ? plane[origin - width] : 128;
        for (int y = 0; y < 8; y++) {
            Arrays.fill(plane, origin + y * width, origin + y * width + 8, predicted + residual);
        }
    }

    private static void require(boolean met, String what) {
        if (!met) {
            throw new AssertionError("outside of the subset: " + what);
        }
    }
}
