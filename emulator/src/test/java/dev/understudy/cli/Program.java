package dev.understudy.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The program as a process of its own, as people run it. */
final class Program {

    private final List<String> heeding = new ArrayList<>();
    private final List<String> arguments = new ArrayList<>();
    private final Map<String, String> environment = new LinkedHashMap<>();
    private Path folder = Path.of("").toAbsolutePath();

    private Program(List<String> arguments) {
        this.arguments.addAll(arguments);
    }

    static Program with(String... arguments) {
        return new Program(List.of(arguments));
    }

    Program variable(String name, String value) {
        environment.put(name, value);
        return this;
    }

    /** Undoes what a caller in the background does to those it starts: they ignore SIGINT, and so do their children. */
    Program heedingInterrupts() throws Exception {
        List<String> env = List.of("env", "--default-signal=INT");
        // The option is one of GNU's; where there is none, nothing is undone.
        Process known = new ProcessBuilder("env", "--default-signal=INT", "true").start();
        if (ended(known).code() == 0) {
            heeding.addAll(env);
        }
        return this;
    }

    Program in(Path directory) {
        folder = directory;
        return this;
    }

    Process start() {
        List<String> command = new ArrayList<>(heeding);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().putAll(environment);
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs it to its end, which has to come within half a minute. */
    Ended run() throws Exception {
        return ended(start());
    }

    static Ended ended(Process process) throws Exception {
        CompletableFuture<byte[]> errors = CompletableFuture.supplyAsync(() -> all(process.getErrorStream()));
        CompletableFuture<byte[]> output = CompletableFuture.supplyAsync(() -> all(process.getInputStream()));
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("it did not end");
        }
        return new Ended(process.exitValue(), output.get(), new String(errors.get(), StandardCharsets.UTF_8));
    }

    private static byte[] all(InputStream stream) {
        try {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    record Ended(int code, byte[] bytes, String errors) {

        String output() {
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }
}
