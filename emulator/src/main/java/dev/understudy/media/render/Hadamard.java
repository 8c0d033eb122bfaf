package dev.understudy.media.render;

/** The 4&times;4 transform of luma DC coefficients: Y = HXH, and H is symmetric and four times its own inverse. */
final class Hadamard {
    private Hadamard() {}

    static int[] transform(int[] block) {
        int[] out = block.clone();
        for (int i = 0; i < 4; i++) {
            butterfly(out, 4 * i, 1);
        }
        for (int i = 0; i < 4; i++) {
            butterfly(out, i, 4);
        }
        return out;
    }

    private static void butterfly(int[] block, int from, int stride) {
        int a = block[from];
        int b = block[from + stride];
        int c = block[from + 2 * stride];
        int d = block[from + 3 * stride];
        block[from] = a + b + c + d;
        block[from + stride] = a + b - c - d;
        block[from + 2 * stride] = a - b - c + d;
        block[from + 3 * stride] = a - b + c - d;
    }

    static boolean isZero(int[] block) {
        for (int value : block) {
            if (value != 0) {
                return false;
            }
        }
        return true;
    }

    /** A guess at the bits a block will take: the number of its coefficients counts more than their size. */
    static int cost(int[] block) {
        int cost = 0;
        for (int value : transform(block)) {
            cost += value == 0 ? 0 : 8 + Math.abs(value);
        }
        return cost;
    }
}
