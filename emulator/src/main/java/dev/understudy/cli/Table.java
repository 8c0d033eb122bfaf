package dev.understudy.cli;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Rows of text in aligned columns. */
final class Table {

    private Table() {}

    /** One line a row; the last column is not padded. */
    static String of(List<List<String>> rows) {
        return rows.stream().map(row -> line(row, rows)).collect(Collectors.joining(System.lineSeparator()));
    }

    private static String line(List<String> row, List<List<String>> rows) {
        return IntStream.range(0, row.size())
                .mapToObj(column -> pad(row.get(column), width(rows, column)))
                .collect(Collectors.joining("  "))
                .stripTrailing();
    }

    private static int width(List<List<String>> rows, int column) {
        return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(width - text.length());
    }
}
