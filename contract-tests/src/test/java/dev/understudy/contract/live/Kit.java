package dev.understudy.contract.live;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** The packaged jar in processes of its own, with the stand-ins of the tests behind it on the class path. */
final class Kit {
    private static final Path JAR = Path.of("target", "understudy-contract.jar");
    private static final Path STAND_INS = Path.of("target", "test-classes");

    /** Made up in each run, because the tests' own class files are among the files that are searched for it. */
    final String key = "ck_canary_" + Long.toHexString(new Random().nextLong());

    private final Map<String, String> environment = new HashMap<>();
    private final Path folder;

    /**
     * @param folder for the spend ledger and what a run prints
     */
    Kit(Path folder) {
        this.folder = folder;
        environment.put("WAVESPEED_API_KEY", key);
        environment.put("CONTRACT_SPEND_LEDGER", ledger().toString());
        environment.put("CONTRACT_REPORTS", folder.resolve("reports").toString());
    }

    Kit with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    Kit at(URI standIn) {
        return with(StandInLive.URL, standIn.toString());
    }

    Kit budget(String usd) {
        return with("CONTRACT_BUDGET_USD", usd);
    }

    Path ledger() {
        return folder.resolve("spend.jsonl");
    }

    Finished run(String... arguments) throws IOException, InterruptedException {
        Path output = folder.resolve("output.txt");
        int exit = start(output, arguments).waitFor();
        return new Finished(exit, Files.readString(output, StandardCharsets.UTF_8));
    }

    Process start(Path output, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                JAR + System.getProperty("path.separator") + STAND_INS,
                "dev.understudy.contract.cli.Main"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment()
                .keySet()
                .removeIf(name -> name.matches("(CONTRACT|WAVESPEED|EACHLABS|OPENAI|JAVA_TOOL|STAND_IN).*"));
        builder.environment().putAll(environment);
        return builder.start();
    }

    record Finished(int exit, String output) {
        long count(String outcome) {
            return output.lines()
                    .filter(line -> line.matches("[a-z0-9.-]+ +" + outcome + " +[A-Z]+"))
                    .count();
        }
    }
}
