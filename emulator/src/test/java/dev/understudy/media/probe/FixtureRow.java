package dev.understudy.media.probe;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * One line of a table in the fixtures' README: a good clip with its facts, or a refused file with reason and message.
 *
 * @param facts the cells after name and bytes, without the last one, which is prose
 */
record FixtureRow(String name, long bytes, List<String> facts) {

    static List<FixtureRow> all() {
        String readme = new String(Fixtures.bytes(Fixtures.README), StandardCharsets.UTF_8);
        return readme.lines()
                .filter(line -> line.startsWith("| `"))
                .map(FixtureRow::parse)
                .toList();
    }

    static List<FixtureRow> good() {
        return all().stream().filter(row -> !row.isRefused()).toList();
    }

    static List<FixtureRow> refused() {
        return all().stream().filter(FixtureRow::isRefused).toList();
    }

    private static FixtureRow parse(String line) {
        List<String> cells = Arrays.stream(line.substring(1).split("\\|"))
                .map(String::strip)
                .map(cell -> cell.replace("`", ""))
                .toList();
        return new FixtureRow(
                cells.get(0), Long.parseLong(cells.get(1).replace(",", "")), cells.subList(2, cells.size() - 1));
    }

    boolean isRefused() {
        return facts.size() == 2;
    }

    @Override
    public String toString() {
        return name;
    }
}
