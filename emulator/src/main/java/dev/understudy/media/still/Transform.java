package dev.understudy.media.still;

/** The forward transform of 8&times;8 samples and its quantiser: ITU-T T.81 clauses A.3.3 and A.3.4. */
final class Transform {
    static final int SIDE = 8;
    static final int SAMPLES = SIDE * SIDE;

    /** In which order coefficients are coded: figure A.6. */
    static final int[] ZIGZAG = {
        0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5, 12, 19, 26, 33, 40, 48, 41, 34, 27, 20, 13, 6, 7, 14,
        21, 28, 35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51, 58, 59, 52, 45, 38, 31, 39, 46, 53, 60,
        61, 54, 47, 55, 62, 63
    };

    /** Table K.1, row by row: good enough to read small text, and a third smaller than with its halves. */
    private static final int[] STEPS = {
        16, 11, 10, 16, 24, 40, 51, 61, 12, 12, 14, 19, 26, 58, 60, 55, 14, 13, 16, 24, 40, 57, 69, 56, 14, 17, 22, 29,
        51, 87, 80, 62, 18, 22, 37, 56, 68, 109, 103, 77, 24, 35, 55, 64, 81, 104, 113, 92, 49, 64, 78, 87, 103, 121,
        120, 101, 72, 92, 95, 98, 112, 100, 103, 99
    };

    private static final int MIDDLE = 128;
    private static final double[] COSINES = cosines();

    private Transform() {}

    /** How coarse the coefficient at a place, row by row, becomes. */
    static int step(int place) {
        return STEPS[place];
    }

    /** Quantised coefficients, row by row, of samples row by row. */
    static int[] apply(int[] samples) {
        int[] out = new int[SAMPLES];
        if (isFlat(samples)) {
            out[0] = (int) Math.rint((double) SIDE * (samples[0] - MIDDLE) / step(0));
            return out;
        }
        double[] halfway = new double[SAMPLES];
        for (int i = 0; i < SAMPLES; i++) {
            halfway[i] = alongRow(samples, i / SIDE, i % SIDE);
        }
        for (int i = 0; i < SAMPLES; i++) {
            out[i] = (int) Math.rint(alongColumn(halfway, i / SIDE, i % SIDE) / step(i));
        }
        return out;
    }

    private static boolean isFlat(int[] samples) {
        for (int sample : samples) {
            if (sample != samples[0]) {
                return false;
            }
        }
        return true;
    }

    private static double alongRow(int[] samples, int row, int frequency) {
        double sum = 0;
        for (int x = 0; x < SIDE; x++) {
            sum += (samples[row * SIDE + x] - MIDDLE) * COSINES[frequency * SIDE + x];
        }
        return sum;
    }

    private static double alongColumn(double[] halfway, int frequency, int column) {
        double sum = 0;
        for (int y = 0; y < SIDE; y++) {
            sum += halfway[y * SIDE + column] * COSINES[frequency * SIDE + y];
        }
        return sum;
    }

    private static double[] cosines() {
        double[] cosines = new double[SAMPLES];
        for (int i = 0; i < SAMPLES; i++) {
            int frequency = i / SIDE;
            double scale = frequency == 0 ? StrictMath.sqrt(0.5) / 2 : 0.5;
            cosines[i] = scale * StrictMath.cos((2 * (i % SIDE) + 1) * frequency * StrictMath.PI / (2 * SIDE));
        }
        return cosines;
    }
}
