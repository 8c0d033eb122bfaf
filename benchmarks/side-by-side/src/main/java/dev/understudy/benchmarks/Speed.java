package dev.understudy.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** How many submissions and polls a server takes, and how long one takes. */
final class Speed {

    private static final int MANY = 32;
    private static final int POLLED = 1_000;

    /** What is done at once, and over how many connections. */
    private enum Cell {
        SUBMIT_MANY(MANY),
        POLL_MANY(MANY),
        SUBMIT_ONE(1),
        POLL_ONE(1);

        private final int connections;

        Cell(int connections) {
            this.connections = connections;
        }

        private boolean submits() {
            return this == SUBMIT_MANY || this == SUBMIT_ONE;
        }
    }

    private final Plan plan;
    private final Load load;
    private final Path work;
    private final Map<String, Map<Cell, List<Load.Result>>> results = new LinkedHashMap<>();

    Speed(Plan plan, Load load, Path work) {
        this.plan = plan;
        this.load = load;
        this.work = work;
    }

    void measure(List<Contender> contenders) throws IOException, InterruptedException {
        List<Server> servers = new ArrayList<>();
        try {
            for (Contender contender : contenders) {
                servers.add(Server.start(contender, work));
                results.put(contender.name(), new EnumMap<>(Cell.class));
            }
            warm(servers);
            for (int round = 1; round <= plan.rounds(); round++) {
                Progress.say("speed, round %d of %d", round, plan.rounds());
                round(servers);
            }
        } finally {
            Server.closeAll(servers);
        }
    }

    // In turns like those that are measured: the jobs of one long turn would grow old, and a collector copies what old
    // ones hold for long after they are forgotten.
    private void warm(List<Server> servers) throws IOException, InterruptedException {
        for (int second = 0; second < plan.warmSeconds(); second += plan.cellSeconds()) {
            Progress.say("warming, %d of %d s", second, plan.warmSeconds());
            for (Server server : servers) {
                run(server, Cell.SUBMIT_MANY, plan.cellSeconds());
                run(server, Cell.POLL_MANY, plan.cellSeconds());
            }
        }
    }

    // The servers take turns with each kind of call, so that what else the machine does strikes all alike.
    private void round(List<Server> servers) throws IOException, InterruptedException {
        for (Cell cell : Cell.values()) {
            for (Server server : servers) {
                Load.Result result = run(server, cell, plan.cellSeconds());
                results.get(server.contender().name())
                        .computeIfAbsent(cell, one -> new ArrayList<>())
                        .add(result);
            }
        }
    }

    private Load.Result run(Server server, Cell cell, int seconds) throws IOException, InterruptedException {
        if (cell.connections > 1 || !Apart.isPossible()) {
            return call(server, cell, seconds);
        }
        Apart.keep(server.pid());
        try {
            return call(server, cell, seconds);
        } finally {
            Apart.release(server.pid());
        }
    }

    private Load.Result call(Server server, Cell cell, int seconds) throws IOException, InterruptedException {
        server.forget();
        if (cell.submits()) {
            return load.submit(server.port(), cell.connections, seconds);
        }
        Path jobs = Jobs.submit(server, POLLED, number -> Call.KEY).write(work.resolve("jobs"));
        return load.poll(server.port(), cell.connections, seconds, jobs);
    }

    void report(Report report) {
        Table many =
                new Table("server", "submit/s", "p50 µs", "p99 µs", "to bare", "poll/s", "p50 µs", "p99 µs", "to bare");
        Table one = new Table("server", "submit p50 µs", "to bare", "poll p50 µs", "to bare");
        for (String name : results.keySet()) {
            many.row(
                    name,
                    median(name, Cell.SUBMIT_MANY, Load.Result::perSecond),
                    median(name, Cell.SUBMIT_MANY, Load.Result::p50),
                    median(name, Cell.SUBMIT_MANY, Load.Result::p99),
                    Table.times(ratio(name, Contenders.BARE, Cell.SUBMIT_MANY, Load.Result::perSecond)),
                    median(name, Cell.POLL_MANY, Load.Result::perSecond),
                    median(name, Cell.POLL_MANY, Load.Result::p50),
                    median(name, Cell.POLL_MANY, Load.Result::p99),
                    Table.times(ratio(name, Contenders.BARE, Cell.POLL_MANY, Load.Result::perSecond)));
            one.row(
                    name,
                    median(name, Cell.SUBMIT_ONE, Load.Result::p50),
                    Table.times(ratio(name, Contenders.BARE, Cell.SUBMIT_ONE, Load.Result::p50)),
                    median(name, Cell.POLL_ONE, Load.Result::p50),
                    Table.times(ratio(name, Contenders.BARE, Cell.POLL_ONE, Load.Result::p50)));
        }
        report.section(
                "Throughput and latency",
                plan.told() + " Load: " + load.name() + ". Ratios are medians of those within each round.",
                "32 connections:",
                many,
                Apart.isPossible()
                        ? "One connection, caller and server on processors of their own:"
                        : "One connection:",
                one);
        goals(report);
    }

    private void goals(Report report) {
        perSecond(report, "submit", Cell.SUBMIT_MANY, 0.75);
        perSecond(report, "poll", Cell.POLL_MANY, 0.85);
        toBare(report, "submit, 1 connection, p50", Cell.SUBMIT_ONE, Load.Result::p50, 1.15);
        toBare(report, "poll, 1 connection, p50", Cell.POLL_ONE, Load.Result::p50, 1.15);
        toBare(report, "submit, 32 connections, p99", Cell.SUBMIT_MANY, Load.Result::p99, 1.3);
        toBare(report, "poll, 32 connections, p99", Cell.POLL_MANY, Load.Result::p99, 1.3);
    }

    private void perSecond(Report report, String what, Cell cell, double least) {
        report.goal(Goal.atLeast(
                what + "/s, 32 connections",
                least,
                " × bare Undertow",
                ratio(Contenders.UNDERSTUDY, Contenders.BARE, cell, Load.Result::perSecond)));
        report.goal(Goal.atLeast(
                what + "/s, 32 connections",
                10,
                " × WireMock",
                ratio(Contenders.UNDERSTUDY, Contenders.WIREMOCK, cell, Load.Result::perSecond)));
    }

    private void toBare(Report report, String what, Cell cell, ToDoubleFunction<Load.Result> value, double most) {
        double ratio = ratio(Contenders.UNDERSTUDY, Contenders.BARE, cell, value);
        report.goal(Goal.atMost(what, most, " × bare Undertow", ratio));
    }

    private String median(String name, Cell cell, ToDoubleFunction<Load.Result> value) {
        return Table.number(Median.of(results.get(name).get(cell), value));
    }

    private double ratio(String name, String base, Cell cell, ToDoubleFunction<Load.Result> value) {
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < plan.rounds(); round++) {
            ratios.add(value.applyAsDouble(results.get(name).get(cell).get(round))
                    / value.applyAsDouble(results.get(base).get(cell).get(round)));
        }
        return Median.of(ratios);
    }
}
