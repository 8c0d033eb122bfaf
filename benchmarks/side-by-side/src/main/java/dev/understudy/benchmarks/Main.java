package dev.understudy.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Runs everything and prints the report; see {@code benchmarks/README.md}. */
public final class Main {

    private Main() {}

    /** @param arguments the project's folder, then perhaps {@code --quick} */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path home = Path.of(arguments[0]);
        Plan plan = List.of(arguments).contains("--quick") ? Plan.QUICK : Plan.FULL;
        Path work = Files.createTempDirectory("understudy-benchmarks");
        Contenders contenders = new Contenders(home, work);
        Path video = Films.first(contenders.understudy(), work);
        Load load = Load.best(work);
        Report report = new Report();
        Speed speed = new Speed(plan, load, work);
        speed.measure(contenders.all(video));
        speed.report(report);
        Progress.say("done; what the servers said is in %s", work);
        System.out.println(report.write());
    }
}
