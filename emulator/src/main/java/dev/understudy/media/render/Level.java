package dev.understudy.media.render;

/** The levels of ITU-T H.264 table A-1, as far as picture size and rate choose between them. */
enum Level {
    L1(10, 1_485, 99),
    L1_1(11, 3_000, 396),
    L1_2(12, 6_000, 396),
    L1_3(13, 11_880, 396),
    L2_1(21, 19_800, 792),
    L2_2(22, 20_250, 1_620),
    L3(30, 40_500, 1_620),
    L3_1(31, 108_000, 3_600),
    L3_2(32, 216_000, 5_120),
    L4(40, 245_760, 8_192),
    L4_2(42, 522_240, 8_704),
    L5(50, 589_824, 22_080),
    L5_1(51, 983_040, 36_864),
    L5_2(52, 2_073_600, 36_864),
    L6(60, 4_177_920, 139_264);

    private final int indication;
    private final int macroblocksPerSecond;
    private final int macroblocks;

    Level(int indication, int macroblocksPerSecond, int macroblocks) {
        this.indication = indication;
        this.macroblocksPerSecond = macroblocksPerSecond;
        this.macroblocks = macroblocks;
    }

    /** The value of level_idc. */
    int indication() {
        return indication;
    }

    static Level of(int columns, int rows, int framesPerSecond) {
        for (Level level : values()) {
            if (level.holds(columns, rows) && columns * rows * framesPerSecond <= level.macroblocksPerSecond) {
                return level;
            }
        }
        throw new IllegalArgumentException("no level for " + columns + " by " + rows + " macroblocks");
    }

    private boolean holds(int columns, int rows) {
        int longest = Math.max(columns, rows);
        return columns * rows <= macroblocks && longest * longest <= 8 * macroblocks;
    }
}
