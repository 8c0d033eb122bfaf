package dev.understudy.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** From a submission over three polls to the bytes of the video, one after the other over one connection. */
final class EndToEnd {

    private static final int POLLS = 3;
    private static final double NANOS_A_MILLI = 1e6;

    private final Plan plan;
    private final Path work;
    private final Map<String, List<Double>> millis = new LinkedHashMap<>();

    EndToEnd(Plan plan, Path work) {
        this.plan = plan;
        this.work = work;
    }

    void measure(List<Contender> contenders) throws IOException, InterruptedException {
        List<Server> servers = new ArrayList<>();
        try {
            for (Contender contender : contenders) {
                servers.add(Server.start(contender, work));
                millis.put(contender.name(), new ArrayList<>());
            }
            Progress.say("end to end: warming");
            for (Server server : servers) {
                flows(server, 2 * plan.flows());
            }
            for (int round = 1; round <= plan.rounds(); round++) {
                Progress.say("end to end, round %d of %d", round, plan.rounds());
                for (Server server : servers) {
                    millis.get(server.contender().name()).addAll(flows(server, plan.flows()));
                }
            }
        } finally {
            Server.closeAll(servers);
        }
    }

    private static List<Double> flows(Server server, int number) throws IOException {
        List<Double> took = new ArrayList<>();
        try (Wire wire = server.connect()) {
            for (int i = 0; i < number; i++) {
                long begin = System.nanoTime();
                Films.make(wire, POLLS);
                took.add((System.nanoTime() - begin) / NANOS_A_MILLI);
            }
        }
        return took;
    }

    void report(Report report) {
        Table table = new Table("server", "median of a flow", "its video is");
        millis.forEach((name, found) -> table.row(
                name,
                Table.number(Median.of(found)) + " ms",
                name.equals(Contenders.UNDERSTUDY) ? "painted for the job" : "one file for all jobs"));
        report.section(
                "End to end",
                "Submit, %d polls, of which the last finds the job done, and the video of 4 s; %d flows of each server in %d rounds."
                        .formatted(POLLS, plan.flows() * plan.rounds(), plan.rounds()),
                table);
    }
}
