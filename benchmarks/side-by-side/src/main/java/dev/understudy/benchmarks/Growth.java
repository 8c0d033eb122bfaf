package dev.understudy.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How a server bears much: many waiting predictions in one sandbox, and many sandboxes. All through the wire; the heap
 * is looked at after a full collection. Clocks stand still, so that every prediction goes on waiting.
 */
final class Growth {

    private static final int FEW = 1_000;
    private static final int AHEAD = 50;
    private static final int MANY = 32;
    private static final double MOST_BYTES = 1_024;
    private static final double MOST_TIMES = 1.2;

    private final Plan plan;
    private final Load load;
    private final Path work;
    private final List<Grown> found = new ArrayList<>();

    /** A server with so many things in it. */
    private record Filled(Server server, Path jobs, long heap) {}

    /** How it polls beside the one with few, by rounds. */
    private record Grown(String what, double bytesEach, List<Load.Result> few, List<Load.Result> all) {
        double latency() {
            return Median.of(all, Load.Result::p50) / Median.of(few, Load.Result::p50);
        }
    }

    Growth(Plan plan, Load load, Path work) {
        this.plan = plan;
        this.load = load;
        this.work = work;
    }

    void measure(Contender understudy) throws IOException, InterruptedException {
        List<Server> servers = new ArrayList<>();
        try {
            Filled few = fill(servers, understudy, FEW, number -> Call.KEY);
            Filled jobs = fill(servers, understudy, plan.live(), number -> Call.KEY);
            found.add(compare("prediction, of %,d in one sandbox".formatted(plan.live()), plan.live(), few, jobs));
            servers.remove(1).close();
            Filled keys = fill(servers, understudy, plan.sandboxes(), number -> "key-" + number);
            found.add(compare(
                    "sandbox with its prediction, of %,d".formatted(plan.sandboxes()), plan.sandboxes(), few, keys));
        } finally {
            Server.closeAll(servers);
        }
    }

    private Filled fill(List<Server> servers, Contender understudy, int number, Jobs.Keys keys)
            throws IOException, InterruptedException {
        Progress.say("growing to %,d", number);
        Server server = Server.start(understudy, work);
        servers.add(server);
        // The first fill only makes the server hot, or each would be compared with a colder one.
        Jobs.submit(server, Math.max(FEW, plan.live() / 10), one -> Call.KEY, AHEAD);
        server.forget();
        long before = Heap.live(server);
        Jobs jobs = Jobs.submit(server, number, keys, AHEAD);
        Path file = jobs.write(work.resolve("grown-" + servers.size()));
        // Before it is polled: the journals of many sandboxes would be what is measured.
        long heap = Heap.live(server) - before;
        load.poll(server.port(), MANY, plan.warmSeconds(), file);
        return new Filled(server, file, heap);
    }

    private Grown compare(String what, int number, Filled few, Filled all) throws IOException, InterruptedException {
        List<Load.Result> ofFew = new ArrayList<>();
        List<Load.Result> ofAll = new ArrayList<>();
        for (int round = 1; round <= plan.rounds(); round++) {
            Progress.say("growth, round %d of %d", round, plan.rounds());
            ofFew.add(load.poll(few.server().port(), 1, plan.cellSeconds(), few.jobs()));
            ofAll.add(load.poll(all.server().port(), 1, plan.cellSeconds(), all.jobs()));
        }
        return new Grown(what, (double) all.heap() / number, ofFew, ofAll);
    }

    void report(Report report) {
        Table table = new Table(
                "what",
                "bytes of heap each",
                "poll p50 µs",
                "p99 µs",
                "p50 µs at 1,000",
                "p99 µs at 1,000",
                "p50 to that");
        for (Grown grown : found) {
            table.row(
                    grown.what(),
                    Table.number(grown.bytesEach()),
                    Table.number(Median.of(grown.all(), Load.Result::p50)),
                    Table.number(Median.of(grown.all(), Load.Result::p99)),
                    Table.number(Median.of(grown.few(), Load.Result::p50)),
                    Table.number(Median.of(grown.few(), Load.Result::p99)),
                    Table.times(grown.latency()));
        }
        report.section(
                "Growth",
                "Through the wire: submitted and polled over HTTP, any of them at a time, over one connection; the heap after a full collection (`jcmd GC.run`), journal and all.",
                table);
        report.goal(Goal.atMost(
                "a waiting prediction", MOST_BYTES, " B of heap", found.get(0).bytesEach()));
        report.goal(Goal.atMost(
                "poll at %,d predictions".formatted(plan.live()),
                MOST_TIMES,
                " × at 1,000",
                found.get(0).latency()));
    }
}
