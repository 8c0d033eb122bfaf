package dev.understudy.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How long a server takes from its start to its first real answer, and what it then has in memory. */
final class StartUp {

    private static final long REST_MILLIS = 1_000;
    private static final double NANOS_A_MILLI = 1e6;
    private static final double MOST_IDLE = 64;

    private record Start(double millis, double bytes) {}

    private final Plan plan;
    private final Path work;
    private final Map<String, List<Start>> starts = new LinkedHashMap<>();

    StartUp(Plan plan, Path work) {
        this.plan = plan;
        this.work = work;
    }

    void measure(List<Contender> contenders) throws IOException, InterruptedException {
        for (int round = 1; round <= plan.starts(); round++) {
            Progress.say("start-up, round %d of %d", round, plan.starts());
            for (Contender contender : contenders) {
                try (Server server = Server.start(contender, work)) {
                    Thread.sleep(REST_MILLIS);
                    starts.computeIfAbsent(contender.name(), name -> new ArrayList<>())
                            .add(new Start(server.start().toNanos() / NANOS_A_MILLI, server.residentBytes()));
                }
            }
        }
    }

    void report(Report report) {
        Table table = new Table("server", "start → first answer", "to bare", "to WireMock", "memory at rest");
        starts.forEach((name, found) -> table.row(
                name,
                Table.number(millis(name)) + " ms",
                Table.times(millis(name) / millis(Contenders.BARE)),
                Table.times(millis(name) / millis(Contenders.WIREMOCK)),
                Table.mebibytes(Median.of(found, Start::bytes))));
        report.section("Start-up", "Medians of %d starts in turn.".formatted(plan.starts()), table);
        ratio(report, Contenders.UNDERSTUDY, Contenders.BARE, 1.3);
        ratio(report, Contenders.UNDERSTUDY, Contenders.WIREMOCK, 0.45);
        ratio(report, Contenders.LAUNCHED, Contenders.WIREMOCK, 0.25);
        report.goal(Goal.atMost(
                "memory at rest, by the launcher",
                MOST_IDLE,
                " MiB",
                Median.of(starts.get(Contenders.LAUNCHED), Start::bytes) / (1 << 20)));
    }

    private void ratio(Report report, String name, String base, double most) {
        report.goal(Goal.atMost("start → first answer, " + name, most, " × " + base, millis(name) / millis(base)));
    }

    private double millis(String name) {
        return Median.of(starts.get(name), Start::millis);
    }
}
