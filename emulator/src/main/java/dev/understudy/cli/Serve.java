package dev.understudy.cli;

import dev.understudy.Understudy;
import dev.understudy.settings.Settings;
import java.net.BindException;

/** Runs a server until the process is told to stop. */
final class Serve implements Command {

    @Override
    public Spec spec() {
        return Spec.withSettings("serve", "serve until stopped");
    }

    /** 0 once the server runs (it goes on after this returns), 1 if it cannot. */
    @Override
    public int run(Arguments arguments) {
        Settings settings = arguments.ofServer();
        Console console = new Console(settings.log());
        console.takeOverLogging();
        try {
            Understudy understudy = Understudy.start(settings);
            // Before the line that says ready: whoever waits for it may send a signal at once.
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(understudy), "understudy-shutdown"));
            console.ready(understudy, settings);
            return 0;
        } catch (RuntimeException e) {
            console.failed(reason(settings, e));
            return 1;
        }
    }

    // Being told to stop is no failure: without the halt, a JVM that got SIGTERM ends with 143.
    private static void stop(Understudy understudy) {
        understudy.close();
        Runtime.getRuntime().halt(0);
    }

    /** Why a server did not start, and what would help. */
    static String reason(Settings settings, RuntimeException problem) {
        if (problem instanceof IllegalArgumentException) {
            return problem.getMessage();
        }
        String place = settings.host() + ":" + settings.port();
        for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
            if (cause instanceof BindException) {
                return "cannot listen on %s (%s); choose another with --port, or 0 for any free one"
                        .formatted(place, cause.getMessage());
            }
        }
        return "cannot start on " + place + ": " + problem.getMessage();
    }
}
