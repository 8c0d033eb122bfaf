package dev.understudy.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** wrk, with one thread: it takes little of the processors that it shares with the servers. */
final class Wrk implements Load {

    private static final Pattern RESULT = Pattern.compile("RESULT (\\d+) (\\d+) (\\d+) (\\d+) (\\d+) (\\d+)");
    private static final double MICROS = 1e6;

    private final Path script;

    Wrk(Path work) throws IOException {
        this.script = work.resolve("load.lua");
        try (InputStream source = Wrk.class.getResourceAsStream("load.lua")) {
            Files.copy(source, script, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    static boolean isInstalled() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "wrk")));
    }

    @Override
    public String name() {
        return "wrk with one thread";
    }

    @Override
    public Result submit(int port, int connections, int seconds) throws IOException, InterruptedException {
        Call call = Call.submit(Call.KEY);
        return run(port, connections, seconds, List.of("submit", call.body(), call.key()));
    }

    @Override
    public Result poll(int port, int connections, int seconds, Path jobs) throws IOException, InterruptedException {
        return run(port, connections, seconds, List.of("poll", jobs.toString()));
    }

    private Result run(int port, int connections, int seconds, List<String> arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("wrk", "-t1", "-c" + connections, "-d" + seconds + "s"));
        command.addAll(List.of("-s", script.toString(), "http://127.0.0.1:" + port, "--"));
        command.addAll(arguments);
        Process wrk = new ProcessBuilder(connections == 1 && Apart.isPossible() ? Apart.caller(command) : command)
                .redirectErrorStream(true)
                .start();
        String output = new String(wrk.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Matcher result = RESULT.matcher(output);
        if (wrk.waitFor() != 0 || !result.find()) {
            throw new IllegalStateException("wrk failed: " + output);
        }
        return result(result, output);
    }

    private static Result result(Matcher result, String output) {
        double requests = Double.parseDouble(result.group(1));
        if (requests == 0 || !result.group(5).equals("0") || !result.group(6).equals("0")) {
            throw new IllegalStateException("not every call was answered well: " + output);
        }
        return new Result(
                requests / Double.parseDouble(result.group(2)) * MICROS,
                Double.parseDouble(result.group(3)),
                Double.parseDouble(result.group(4)));
    }
}
