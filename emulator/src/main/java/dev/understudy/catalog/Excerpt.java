package dev.understudy.catalog;

/** A caller's value as an error message may repeat it: short, so that no body of ours grows with theirs. */
final class Excerpt {

    private static final int MOST = 60;

    private Excerpt() {}

    static String of(Object value) {
        String text = String.valueOf(value);
        return text.length() <= MOST ? text : text.substring(0, MOST) + "…";
    }
}
