package dev.understudy.cli;

import dev.understudy.settings.Settings;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.HttpsURLConnection;

/**
 * Asks a running server whether it is ready, for images that have no shell. It uses the old connection class because
 * the new client takes a quarter of a second to load.
 */
final class Health implements Command {

    private static final int MILLISECONDS = 2_000;

    private static final Option PID =
            Option.of("--pid", "NUMBER", "Process of the server: what it was called with tells the port.");

    @Override
    public Spec spec() {
        return Spec.withSettings(
                "health", "ask the server on the configured port whether it is ready; exits 0 or 1", PID);
    }

    @Override
    public int run(Arguments arguments) {
        Settings settings = settings(arguments);
        if (settings.port() == 0) {
            throw new UsageException("health cannot know which port a server with port 0 has got; name it with --port");
        }
        String scheme = settings.tls().isPresent() ? "https" : "http";
        return ask(scheme + "://127.0.0.1:" + settings.port() + "/__understudy/ready");
    }

    private static int ask(String url) {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) URI.create(url).toURL().openConnection();
            if (connection instanceof HttpsURLConnection secure) {
                AnyCertificate.allow(secure);
            }
            connection.setConnectTimeout(MILLISECONDS);
            connection.setReadTimeout(MILLISECONDS);
            int status = connection.getResponseCode();
            System.out.println(status == 200 ? "ready" : "not ready: HTTP " + status);
            return status == 200 ? 0 : 1;
        } catch (IOException e) {
            System.out.println("not ready: " + e.getMessage());
            return 1;
        }
    }

    // A health check of a container sees the container's variables and files, and not the flags that were added to it.
    private static Settings settings(Arguments arguments) {
        return arguments
                .value(PID)
                .flatMap(Health::calledWith)
                .map(words -> CommandLine.parse(words).arguments())
                .orElse(arguments)
                .settings();
    }

    /** What stands behind the jar, or behind the file of options that names it; empty if the process is not ours to see. */
    private static Optional<List<String>> calledWith(String pid) {
        return number(pid)
                .flatMap(ProcessHandle::of)
                .flatMap(process -> process.info().arguments())
                .map(List::of)
                .map(Health::behindTheJar);
    }

    static List<String> behindTheJar(List<String> words) {
        for (int i = 0; i < words.size(); i++) {
            if (words.get(i).startsWith("@")) {
                return words.subList(i + 1, words.size());
            }
            if (words.get(i).equals("-jar")) {
                return words.subList(Math.min(i + 2, words.size()), words.size());
            }
        }
        return List.of();
    }

    private static Optional<Long> number(String pid) {
        if (!pid.matches("\\d{1,9}")) {
            throw new UsageException("--pid: '%s' is not the number of a process".formatted(pid));
        }
        return Optional.of(Long.parseLong(pid));
    }
}
