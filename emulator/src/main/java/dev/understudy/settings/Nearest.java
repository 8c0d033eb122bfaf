package dev.understudy.settings;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the word that somebody probably meant. */
public final class Nearest {

    private Nearest() {}

    /**
     * The allowed word that takes the fewest changes of a letter to get to; empty if every one takes more than a third
     * of its letters, or more than one for a short word, and none begins with what was sent. Of equals, the first.
     */
    public static Optional<String> to(String word, Collection<String> allowed) {
        String sent = word.toLowerCase(Locale.ROOT);
        return allowed.stream()
                .filter(one -> begins(one, sent)
                        || changes(sent, one.toLowerCase(Locale.ROOT)) <= Math.max(1, one.length() / 3))
                .min(Comparator.comparingInt(one -> changes(sent, one.toLowerCase(Locale.ROOT))));
    }

    /** The end of a sentence: {@code "; did you mean --profile?"}, or nothing where no word is near. */
    public static String hint(String word, Collection<String> allowed) {
        return to(word, allowed).map(near -> "; did you mean " + near + "?").orElse("");
    }

    private static boolean begins(String word, String sent) {
        return sent.length() >= 4 && word.startsWith(sent);
    }

    // Letters to replace, add, drop or swap with their neighbour (Damerau's distance between adjacent strings).
    private static int changes(String from, String to) {
        // Far longer than any word here; what follows takes the product of both lengths.
        if (Math.abs(from.length() - to.length()) > to.length()) {
            return Integer.MAX_VALUE;
        }
        int[][] cost = new int[from.length() + 1][to.length() + 1];
        for (int i = 0; i <= from.length(); i++) {
            for (int j = 0; j <= to.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(cost, from, to, i, j);
            }
        }
        return cost[from.length()][to.length()];
    }

    private static int cheapest(int[][] cost, String from, String to, int i, int j) {
        boolean same = from.charAt(i - 1) == to.charAt(j - 1);
        int best = Math.min(Math.min(cost[i - 1][j], cost[i][j - 1]) + 1, cost[i - 1][j - 1] + (same ? 0 : 1));
        boolean swapped =
                i > 1 && j > 1 && from.charAt(i - 1) == to.charAt(j - 2) && from.charAt(i - 2) == to.charAt(j - 1);
        return swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
    }
}
