package dev.understudy.cli;

import dev.understudy.RunReport;
import dev.understudy.Understudy;
import dev.understudy.settings.LogFormat;
import dev.understudy.settings.Settings;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.logging.ConsoleHandler;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What the server prints: one line when it is ready, warnings and errors, each as text or as a JSON object. */
final class Console {

    private final LogFormat format;

    Console(LogFormat format) {
        this.format = format;
    }

    /** Sends what libraries log to standard error, a line for each message, and only from warnings up. */
    void takeOverLogging() {
        Logger root = Logger.getLogger("");
        for (Handler handler : root.getHandlers()) {
            root.removeHandler(handler);
        }
        Handler handler = new ConsoleHandler();
        handler.setFormatter(new Formatter() {
            @Override
            public String format(LogRecord logged) {
                return line(logged) + System.lineSeparator();
            }
        });
        root.addHandler(handler);
        root.setLevel(Level.WARNING);
    }

    void ready(Understudy understudy, Settings settings) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("event", "ready");
        facts.put("url", understudy.baseUrl().toString());
        facts.put("port", understudy.baseUrl().getPort());
        facts.put("version", Understudy.version());
        facts.put("seed", understudy.seed());
        facts.put("pace", word(settings.pace()));
        facts.put("level", word(settings.level()));
        facts.put("profile", settings.profile());
        facts.put("egress", word(settings.egress()));
        facts.put("pid", ProcessHandle.current().pid());
        understudy.certificate().ifPresent(file -> facts.put("certificate", file.toString()));
        // One that was given is known to whoever gave it, and has no business in a log.
        Optional<String> drawn = settings.controlToken().isPresent() ? Optional.empty() : understudy.controlToken();
        drawn.ifPresent(token -> facts.put("controlToken", token));
        print(
                System.out,
                facts,
                "understudy %s is ready on %s (seed %s, pace %s, level %s, profile %s, egress %s)%s"
                        .formatted(
                                facts.get("version"),
                                facts.get("url"),
                                understudy.seed(),
                                facts.get("pace"),
                                facts.get("level"),
                                facts.get("profile"),
                                facts.get("egress"),
                                understudy
                                                .certificate()
                                                .map(file -> ", certificate to trust " + file)
                                                .orElse("")
                                        + drawn.map(token -> ", control token " + token)
                                                .orElse("")));
    }

    /** On standard error, since standard output is the command's. */
    void summary(RunReport report, int exitCode) {
        print(System.err, RunSummary.facts(report, exitCode), RunSummary.text(report));
    }

    void failed(String reason) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("event", "failed");
        facts.put("reason", reason);
        print(System.err, facts, "understudy: " + reason);
    }

    private void print(PrintStream out, Map<String, Object> facts, String text) {
        out.println(format == LogFormat.JSON ? JsonLine.of(facts) : text);
        out.flush();
    }

    private String line(LogRecord logged) {
        String message = new java.util.logging.SimpleFormatter().formatMessage(logged);
        String problem = logged.getThrown() == null ? "" : JsonLine.trace(logged.getThrown());
        if (format == LogFormat.TEXT) {
            return "%s %s%s".formatted(logged.getLevel(), message, problem.isEmpty() ? "" : ": " + problem);
        }
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("event", "log");
        facts.put("at", logged.getInstant().toString());
        facts.put("level", logged.getLevel().getName());
        facts.put("logger", logged.getLoggerName());
        facts.put("message", message);
        facts.put("problem", problem);
        return JsonLine.of(facts);
    }

    private static String word(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT);
    }
}
