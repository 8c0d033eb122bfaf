package dev.understudy.fault;

import java.util.Locale;

/**
 * How chance decided.
 *
 * @param value what was drawn, from 0 up to but not including 1
 * @param odds what it had to stay under
 * @param path the names on the way to the draw, from the sandbox's seed on
 */
public record Drawn(double value, double odds, String path) {

    boolean strikes() {
        return value < odds;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "drew %.4f, under %s, at %s", value, odds, path);
    }
}
