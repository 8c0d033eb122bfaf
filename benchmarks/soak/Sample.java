import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a server takes at one moment. */
record Sample(long second, long calls, double heapMib, double residentMib, int descriptors, int threads) {

    private static final Pattern HEAP = Pattern.compile("(?m)^understudy_heap_used_bytes (\\S+)");

    // After a collection: what is then left is what the server keeps.
    static Sample of(String pid, long second, long calls, Client watch) throws IOException, InterruptedException {
        new ProcessBuilder("jcmd", pid, "GC.run")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        Matcher heap = HEAP.matcher(watch.get("/__understudy/metrics"));
        double used = heap.find() ? Double.parseDouble(heap.group(1)) : Double.NaN;
        return new Sample(
                second,
                calls,
                used / (1 << 20),
                status(pid, "VmRSS") / 1024.0,
                count(Path.of("/proc", pid, "fd")),
                (int) status(pid, "Threads"));
    }

    private static long status(String pid, String name) throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("/proc", pid, "status"))) {
            return lines.filter(line -> line.startsWith(name + ":"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
        }
    }

    private static int count(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return (int) files.count();
        }
    }
}
