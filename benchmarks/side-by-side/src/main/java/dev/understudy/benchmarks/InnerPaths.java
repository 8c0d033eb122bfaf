package dev.understudy.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Has JMH measure the hot paths within the product, without HTTP, in a process of its own. */
final class InnerPaths {

    private final Path target;
    private final Plan plan;

    InnerPaths(Path home, Plan plan) {
        this.target = home.resolve("benchmarks/inner-paths/target");
        this.plan = plan;
    }

    void report(Report report) throws IOException, InterruptedException {
        Progress.say("inner paths");
        Path results = target.resolve("jmh.json");
        Path log = target.resolve("jmh.log");
        String rounds = Integer.toString(plan.rounds());
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        int status = new ProcessBuilder(List.of(
                        java,
                        "-cp",
                        target.resolve("classes") + ":" + target.resolve("lib") + "/*",
                        "org.openjdk.jmh.Main",
                        "-f",
                        "1",
                        "-wi",
                        rounds,
                        "-w",
                        "1s",
                        "-i",
                        rounds,
                        "-r",
                        "1s",
                        "-prof",
                        "gc",
                        "-rf",
                        "json",
                        "-rff",
                        results.toString()))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start()
                .waitFor();
        if (status != 0) {
            throw new IOException("JMH failed; see " + log);
        }
        report.section(
                "Inner paths", "By JMH, one thread, average time of a call and what it allocates.", table(results));
    }

    private static Table table(Path results) throws IOException {
        Table table = new Table("path", "time", "± (99.9 %)", "allocates");
        for (JsonNode one : new ObjectMapper().readTree(Files.readAllBytes(results))) {
            String name = one.path("benchmark").asText();
            JsonNode time = one.path("primaryMetric");
            JsonNode bytes = one.path("secondaryMetrics").path("gc.alloc.rate.norm");
            table.row(
                    words(name.substring(name.lastIndexOf('.') + 1)),
                    Table.number(time.path("score").asDouble()) + " ns",
                    error(time.path("scoreError").asDouble()),
                    Table.number(bytes.path("score").asDouble()) + " B");
        }
        return table;
    }

    // There is none of fewer than three rounds.
    private static String error(double nanos) {
        return Double.isNaN(nanos) ? "unknown" : Table.number(nanos) + " ns";
    }

    private static String words(String method) {
        return method.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
    }
}
