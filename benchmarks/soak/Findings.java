import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** What was seen, for people and for programs. */
record Findings(List<Sample> samples, Map<Integer, Long> statuses, long broken, long sampleSeconds) {

    // Where a name stands beside its line; those of heap and descriptors are near each other.
    private static final int ABOVE = -6;
    private static final int BELOW = 14;

    String csv() {
        return samples.stream()
                .map(one -> "%d,%d,%.1f,%.1f,%d,%d%n"
                        .formatted(
                                one.second(), one.calls(), one.heapMib(), one.residentMib(), one.descriptors(), one.threads()))
                .collect(Collectors.joining("", "second,calls,heap_mib,resident_mib,descriptors,threads\n", ""));
    }

    String summary() {
        List<Sample> settled = samples.subList(samples.size() / 5, samples.size());
        List<Sample> first = settled.subList(0, settled.size() / 2);
        List<Sample> second = settled.subList(settled.size() / 2, settled.size());
        String answers = statuses.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(one -> one.getKey() + ": " + one.getValue())
                .collect(Collectors.joining(", "));
        return String.format(
                Locale.ROOT,
                "calls: %d (%s), not answered: %d%nheap after a collection, first half: %.1f MiB, second half: %.1f MiB"
                        + "%nresident, first half: %.0f MiB, second half: %.0f MiB"
                        + "%nfile descriptors, first half: %.0f, second half: %.0f, most: %d%nthreads, most: %d%n",
                statuses.values().stream().mapToLong(Long::longValue).sum(),
                answers,
                broken,
                mean(first, Sample::heapMib),
                mean(second, Sample::heapMib),
                mean(first, Sample::residentMib),
                mean(second, Sample::residentMib),
                mean(first, Sample::descriptors),
                mean(second, Sample::descriptors),
                samples.stream().mapToInt(Sample::descriptors).max().orElse(0),
                samples.stream().mapToInt(Sample::threads).max().orElse(0));
    }

    private static double mean(List<Sample> of, ToDoubleFunction<Sample> what) {
        return of.stream().mapToDouble(what).average().orElse(Double.NaN);
    }

    String svg() {
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 300" font-family="sans-serif" font-size="12">
                <rect width="640" height="300" fill="#fff"/>
                <text x="50" y="20">Ten minutes under load: heap after a collection (MiB), file descriptors, resident memory (MiB)</text>
                <path d="M50 40V260H620" fill="none" stroke="#888"/>
                %s%s%s<text x="50" y="285">0 min</text><text x="585" y="285">%d min</text>
                </svg>
                """
                .formatted(
                        line("heap", "#1663b0", BELOW, Sample::heapMib),
                        line("descriptors", "#b04a16", ABOVE, Sample::descriptors),
                        line("resident", "#2f7d32", ABOVE, Sample::residentMib),
                        Math.round(samples.size() * sampleSeconds / 60.0));
    }

    private String line(String name, String color, int labelAt, ToDoubleFunction<Sample> what) {
        double top = Math.max(1, samples.stream()
                .mapToDouble(one -> Math.max(one.heapMib(), Math.max(one.descriptors(), one.residentMib())))
                .max()
                .orElse(1));
        StringBuilder points = new StringBuilder();
        for (int at = 0; at < samples.size(); at++) {
            double x = 50 + 570.0 * (at + 1) / samples.size();
            double y = 260 - 210 * what.applyAsDouble(samples.get(at)) / top;
            points.append(String.format(Locale.ROOT, "%.1f,%.1f ", x, y));
        }
        Sample last = samples.get(samples.size() - 1);
        double labelled = 260 - 210 * what.applyAsDouble(last) / top + labelAt;
        return String.format(
                Locale.ROOT,
                "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\"/><text x=\"540\" y=\"%.1f\" fill=\"%s\">%s %.0f</text>%n",
                points,
                color,
                labelled,
                color,
                name,
                what.applyAsDouble(last));
    }
}
