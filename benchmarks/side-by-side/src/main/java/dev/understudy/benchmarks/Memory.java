package dev.understudy.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a server has in memory after many jobs, each submitted once and read once. */
final class Memory {

    private static final double MOST = 192;

    private final Plan plan;
    private final Path work;
    private final Map<String, Long> bytes = new LinkedHashMap<>();

    Memory(Plan plan, Path work) {
        this.plan = plan;
        this.work = work;
    }

    void measure(List<Contender> contenders) throws IOException, InterruptedException {
        for (Contender contender : contenders) {
            Progress.say("memory of %s", contender.name());
            try (Server server = Server.start(contender, work)) {
                Jobs.submit(server, plan.kept(), number -> Call.KEY).readAll(server);
                bytes.put(contender.name(), server.residentBytes());
            }
        }
    }

    void report(Report report) {
        Table table = new Table("server", "resident");
        bytes.forEach((name, found) -> table.row(name, Table.mebibytes(found)));
        report.section(
                "Memory",
                "After %,d requests: %,d jobs submitted, and every one of them read. One run of each."
                        .formatted(2 * plan.kept(), plan.kept()),
                table);
        report.goal(Goal.atMost(
                "memory after %,d requests, by the launcher".formatted(2 * plan.kept()),
                MOST,
                " MiB",
                (double) bytes.get(Contenders.LAUNCHED) / (1 << 20)));
    }
}
