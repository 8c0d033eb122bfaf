package dev.understudy.settings;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the word that somebody probably meant. */
public final class Spelling {

    private Spelling() {}

    /** The nearest of the words, if one is so near that it is worth asking; of equally near ones the first. */
    public static Optional<String> nearest(String word, Collection<String> words) {
        String typed = word.toLowerCase(Locale.ROOT).replace('_', '-');
        // A third of the letters may be wrong: more, and everything resembles everything.
        int most = Math.max(1, Math.min(3, typed.length() / 3));
        return words.stream()
                .filter(candidate -> begins(candidate, typed) || distance(typed, candidate) <= most)
                .min(Comparator.comparingInt(candidate -> distance(typed, candidate)));
    }

    /** The end of a sentence: {@code "; did you mean --profile?"}, or nothing where no word is near. */
    public static String hint(String word, Collection<String> words) {
        return nearest(word, words).map(near -> "; did you mean " + near + "?").orElse("");
    }

    private static boolean begins(String candidate, String typed) {
        return typed.length() >= 3 && candidate.startsWith(typed);
    }

    /** How many letters must be put in, left out, changed or swapped with their neighbour. */
    private static int distance(String from, String to) {
        int[][] cost = new int[from.length() + 1][to.length() + 1];
        for (int i = 0; i <= from.length(); i++) {
            for (int j = 0; j <= to.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(cost, from, to, i, j);
            }
        }
        return cost[from.length()][to.length()];
    }

    private static int cheapest(int[][] cost, String from, String to, int i, int j) {
        int changed = cost[i - 1][j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        int best = Math.min(changed, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
        boolean swapped =
                i > 1 && j > 1 && from.charAt(i - 1) == to.charAt(j - 2) && from.charAt(i - 2) == to.charAt(j - 1);
        return swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
    }
}
