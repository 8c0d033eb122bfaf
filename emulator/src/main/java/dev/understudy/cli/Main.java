package dev.understudy.cli;

import dev.understudy.settings.SettingException;
import java.util.List;
import java.util.Locale;

/** The command line: {@code understudy [COMMAND] [--flag value …]}. */
public final class Main {

    /** The command line was not understood; the code that BSD's sysexits.h has for it. */
    private static final int USAGE = 64;

    private Main() {}

    /**
     * Exits with 0, with 1 if what was asked for cannot be done, with 69 if an address is not to be had, with 64 if the
     * call is not understood, and {@code exec} with the code of its command.
     */
    public static void main(String[] arguments) {
        // Texts are English everywhere, and so are the numbers that libraries write. To look up how another locale does
        // it takes a start longer, and keeps a thousand locales in memory.
        Locale.setDefault(Locale.US);
        int status = run(List.of(arguments));
        if (status != 0) {
            System.exit(status);
        }
    }

    private static int run(List<String> arguments) {
        try {
            CommandLine call = CommandLine.parse(arguments);
            return call.command().run(call.arguments());
        } catch (UsageException | SettingException e) {
            System.err.println("understudy: " + e.getMessage());
            System.err.println("understudy: try '" + help(arguments) + "'");
            return USAGE;
        }
    }

    private static String help(List<String> arguments) {
        return arguments.stream()
                .findFirst()
                .filter(word -> Commands.find(word).isPresent())
                .map(command -> "understudy help " + command)
                .orElse("understudy --help");
    }
}
