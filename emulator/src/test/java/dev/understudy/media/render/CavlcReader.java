package dev.understudy.media.render;

/** The inverse of {@link Cavlc}: clause 9.2 read from the decoder's side. */
final class CavlcReader {
    private static final CodeTable CHROMA_ONE = CodeTable.of("000111 1");

    private final BitReader in;

    CavlcReader(BitReader in) {
        this.in = in;
    }

    int[] block() {
        int[] scanned = new int[16];
        for (int count = 0; count <= 16; count++) {
            int ones = in.symbol(CavlcTables.COEFF_TOKEN[count]);
            if (ones >= 0) {
                return count == 0 ? scanned : place(scanned, levels(count, ones));
            }
        }
        throw new AssertionError("no coeff_token");
    }

    int chromaDc() {
        int ones = in.symbol(CHROMA_ONE);
        if (ones < 0) {
            expect(in.bits(2), 0b01);
            return 0;
        }
        int level = levels(1, ones)[0];
        expect(in.bit(), 1);
        return level;
    }

    private static void expect(int found, int expected) {
        if (found != expected) {
            throw new AssertionError("found code " + found + " in place of " + expected);
        }
    }

    private int[] levels(int count, int ones) {
        int[] levels = new int[count];
        for (int i = 0; i < ones; i++) {
            levels[i] = 1 - 2 * in.bit();
        }
        int suffixLength = count > 10 && ones < 3 ? 1 : 0;
        for (int i = ones; i < count; i++) {
            int code = levelCode(suffixLength) + (i == ones && ones < 3 ? 2 : 0);
            levels[i] = code % 2 == 0 ? code + 2 >> 1 : -code - 1 >> 1;
            suffixLength = Math.max(1, suffixLength);
            if (Math.abs(levels[i]) > 3 << suffixLength - 1 && suffixLength < 6) {
                suffixLength++;
            }
        }
        return levels;
    }

    private int levelCode(int suffixLength) {
        int prefix = in.zeros();
        int suffixSize = prefix == 14 && suffixLength == 0 ? 4 : prefix >= 15 ? prefix - 3 : suffixLength;
        int code = (Math.min(15, prefix) << suffixLength) + in.bits(suffixSize);
        return code + (prefix >= 15 && suffixLength == 0 ? 15 : 0);
    }

    private int[] place(int[] scanned, int[] levels) {
        int zerosLeft = levels.length < 16 ? in.symbol(CavlcTables.TOTAL_ZEROS[levels.length - 1]) : 0;
        int at = levels.length + zerosLeft - 1;
        for (int i = 0; i < levels.length; i++) {
            scanned[at] = levels[i];
            boolean last = i == levels.length - 1;
            int run = zerosLeft > 0 && !last ? in.symbol(CavlcTables.RUN_BEFORE[Math.min(zerosLeft, 7) - 1]) : 0;
            zerosLeft -= run;
            at -= run + 1;
        }
        return scanned;
    }
}
