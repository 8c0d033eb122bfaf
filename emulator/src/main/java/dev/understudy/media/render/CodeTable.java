package dev.understudy.media.render;

/** One column of a variable-length code table: the n-th word is the code of the symbol n. */
final class CodeTable {
    private final int[] codes;
    private final int[] lengths;

    private CodeTable(int[] codes, int[] lengths) {
        this.codes = codes;
        this.lengths = lengths;
    }

    /** Reads words of zeros and ones, written as the standard prints them, with blanks between them. */
    static CodeTable of(String words) {
        String[] each = words.split(" ");
        int[] codes = new int[each.length];
        int[] lengths = new int[each.length];
        for (int i = 0; i < each.length; i++) {
            codes[i] = Integer.parseInt(each[i], 2);
            lengths[i] = each[i].length();
        }
        return new CodeTable(codes, lengths);
    }

    int symbols() {
        return codes.length;
    }

    int code(int symbol) {
        return codes[symbol];
    }

    int length(int symbol) {
        return lengths[symbol];
    }
}
