package dev.understudy.benchmarks;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A table in Markdown. */
final class Table {

    private final StringBuilder text = new StringBuilder();

    Table(String... heads) {
        row(heads);
        text.append("|").append("---|".repeat(heads.length)).append('\n');
    }

    Table row(String... cells) {
        text.append(List.of(cells).stream().collect(Collectors.joining(" | ", "| ", " |\n")));
        return this;
    }

    /** With commas between thousands, and digits behind the point only for small numbers. */
    static String number(double value) {
        return String.format(Locale.ROOT, value < 10 ? "%.2f" : value < 100 ? "%.1f" : "%,.0f", value);
    }

    static String times(double ratio) {
        return number(ratio) + " ×";
    }

    static String mebibytes(double bytes) {
        return number(bytes / (1 << 20)) + " MiB";
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
