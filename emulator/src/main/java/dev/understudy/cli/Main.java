package dev.understudy.cli;

import dev.understudy.Understudy;
import dev.understudy.settings.SettingException;
import dev.understudy.settings.Settings;
import java.util.List;

/** The command line: {@code understudy [serve] [--flag value …]}, {@code understudy health}. */
public final class Main {

    /** The command line was not understood; the code that BSD's sysexits.h has for it. */
    private static final int USAGE = 64;

    private Main() {}

    /** Exits with 0, with 1 if the server cannot start or is not healthy, with 64 if the call is not understood. */
    public static void main(String[] arguments) {
        int status = run(List.of(arguments));
        if (status != 0) {
            System.exit(status);
        }
    }

    private static int run(List<String> arguments) {
        try {
            CommandLine call = CommandLine.parse(arguments);
            return switch (call.command()) {
                case HELP -> print(Help.text());
                case VERSION -> print("understudy " + Understudy.version());
                case SERVE -> new Serve(settings(call)).run();
                case HEALTH -> Health.check(settings(call));
            };
        } catch (SettingException e) {
            System.err.println("understudy: " + e.getMessage());
            System.err.println("understudy: try 'understudy --help'");
            return USAGE;
        }
    }

    private static Settings settings(CommandLine call) {
        return Settings.of(call.flags(), System::getenv);
    }

    private static int print(String text) {
        System.out.println(text);
        return 0;
    }
}
