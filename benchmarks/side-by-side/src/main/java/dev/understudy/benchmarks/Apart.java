package dev.understudy.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Keeps a caller and the server that it calls on processors of their own. Over one connection the two take turns, and
 * the kernel may run them on one processor or on two: the same call to the same server takes 23 µs or 63 µs then,
 * however fast the server is, and differently in each round.
 */
final class Apart {

    private static final String CALLER = "0";

    private Apart() {}

    /** Whether there are two processors, and {@code taskset} of util-linux. */
    static boolean isPossible() {
        return Runtime.getRuntime().availableProcessors() > 1
                && Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "taskset")));
    }

    /** The command of a caller that is to stay on its processor. */
    static List<String> caller(List<String> command) {
        List<String> kept = new ArrayList<>(List.of("taskset", "-c", CALLER));
        kept.addAll(command);
        return kept;
    }

    /** Keeps a process, with all its threads, off the processor of the caller. */
    static void keep(long process) throws IOException, InterruptedException {
        place(process, "1-" + last());
    }

    static void release(long process) throws IOException, InterruptedException {
        place(process, "0-" + last());
    }

    private static int last() {
        return Runtime.getRuntime().availableProcessors() - 1;
    }

    private static void place(long process, String processors) throws IOException, InterruptedException {
        Process taskset = new ProcessBuilder("taskset", "-a", "-c", "-p", processors, Long.toString(process))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (taskset.waitFor() != 0) {
            throw new IllegalStateException("taskset could not place process " + process);
        }
    }
}
