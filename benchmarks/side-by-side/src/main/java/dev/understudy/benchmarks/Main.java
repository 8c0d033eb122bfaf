package dev.understudy.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs everything, or the parts that are named, and prints the report; see {@code benchmarks/README.md}. */
public final class Main {

    private static final List<String> PARTS = List.of("start-up", "speed", "memory", "end-to-end", "growth", "inner");

    private final Plan plan;
    private final Contenders contenders;
    private final Path home;
    private final Path work;
    private final Report report = new Report();

    private Main(Plan plan, Path home, Path work) {
        this.plan = plan;
        this.contenders = new Contenders(home, work);
        this.home = home;
        this.work = work;
    }

    /** @param arguments the project's folder, then perhaps {@code --quick}, then the parts to run; all if none is named */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        List<String> chosen = new ArrayList<>(List.of(arguments).subList(1, arguments.length));
        Plan plan = chosen.remove("--quick") ? Plan.QUICK : Plan.FULL;
        if (!PARTS.containsAll(chosen)) {
            throw new IllegalArgumentException("the parts are " + String.join(", ", PARTS));
        }
        Path work = Files.createTempDirectory("understudy-benchmarks");
        Main main = new Main(plan, Path.of(arguments[0]), work);
        for (String part : chosen.isEmpty() ? PARTS : chosen) {
            main.run(part);
        }
        Progress.say("done; what the servers said is in %s", work);
        System.out.println(main.report.write());
    }

    private void run(String part) throws IOException, InterruptedException {
        switch (part) {
            case "start-up" -> startUp();
            case "speed" -> speed();
            case "memory" -> memory();
            case "end-to-end" -> endToEnd();
            case "growth" -> growth();
            default -> new InnerPaths(home, plan).report(report);
        }
    }

    private void startUp() throws IOException, InterruptedException {
        StartUp startUp = new StartUp(plan, work);
        startUp.measure(withLaunched());
        startUp.report(report);
    }

    private void speed() throws IOException, InterruptedException {
        Speed speed = new Speed(plan, Load.best(work), work);
        speed.measure(contenders.all(video()));
        speed.report(report);
    }

    private void memory() throws IOException, InterruptedException {
        Memory memory = new Memory(plan, work);
        memory.measure(withLaunched());
        memory.report(report);
    }

    private void endToEnd() throws IOException, InterruptedException {
        EndToEnd endToEnd = new EndToEnd(plan, work);
        endToEnd.measure(contenders.quick(video()));
        endToEnd.report(report);
    }

    private void growth() throws IOException, InterruptedException {
        Growth growth = new Growth(plan, Load.best(work), work);
        growth.measure(contenders.understudy("--clock", "frozen"));
        growth.report(report);
    }

    private List<Contender> withLaunched() throws IOException, InterruptedException {
        List<Contender> all = new ArrayList<>(contenders.all(video()));
        all.add(1, contenders.launched());
        return all;
    }

    private Path video() throws IOException, InterruptedException {
        Path video = work.resolve("video.mp4");
        return Files.exists(video) ? video : Films.first(contenders.understudy(), video);
    }
}
