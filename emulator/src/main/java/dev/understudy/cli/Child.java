package dev.understudy.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Another program, run in the foreground: it has this one's input, output and signals. */
final class Child {

    private Child() {}

    /**
     * Runs it to its end.
     *
     * @return its exit code; 128 and the number of the signal if one has killed it
     */
    static int run(List<String> command, Map<String, String> environment) throws NotRunnableException {
        ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
        builder.environment().putAll(environment);
        Signals signals = Signals.takeOver();
        try {
            Process process = builder.start();
            signals.passOnTo(process);
            int code = process.waitFor();
            signals.endWhatIsLeft();
            return code;
        } catch (IOException e) {
            throw notRunnable(command.get(0), e);
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts the main thread", e);
        }
    }

    // The message of the exception is made for programmers, and differs between platforms.
    private static NotRunnableException notRunnable(String command, IOException problem) {
        Optional<Path> file = find(command);
        if (file.isEmpty()) {
            return NotRunnableException.notFound(command);
        }
        if (Files.isDirectory(file.get())) {
            return NotRunnableException.notExecutable(command, "it is a directory");
        }
        return Files.isExecutable(file.get())
                ? NotRunnableException.notExecutable(command, problem.getMessage())
                : NotRunnableException.notExecutable(command, "it is not executable");
    }

    private static Optional<Path> find(String command) {
        if (command.contains("/")) {
            return Optional.of(Path.of(command)).filter(Files::exists);
        }
        return Stream.of(Optional.ofNullable(System.getenv("PATH")).orElse("").split(":"))
                .map(folder -> Path.of(folder, command))
                .filter(Files::isRegularFile)
                .findFirst();
    }
}
