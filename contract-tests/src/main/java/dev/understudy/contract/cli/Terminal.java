package dev.understudy.contract.cli;

import dev.understudy.contract.report.Outcome;
import java.io.Console;
import java.lang.reflect.InvocationTargetException;
import java.util.Map;

/**
 * What the kit prints to.
 *
 * @param isLive whether a line may be written over, because a person is looking at it
 * @param hasColour whether colours are welcome
 */
record Terminal(boolean isLive, boolean hasColour) {
    /** A pipe, a file or the log of a build. */
    static final Terminal NONE = new Terminal(false, false);

    // What a terminal is at least as wide as; asking for more would take a library.
    private static final int WIDTH = 79;
    private static final int RED = 31;
    private static final int GREEN = 32;
    private static final int YELLOW = 33;

    /** The standard output. {@code CI} and {@code TERM=dumb} mean a log; {@code NO_COLOR} is respected. */
    static Terminal standard(Map<String, String> environment) {
        return of(isTerminal(System.console()), environment);
    }

    static Terminal of(boolean isTerminal, Map<String, String> environment) {
        boolean log = !environment.getOrDefault("CI", "").isEmpty()
                || environment.getOrDefault("TERM", "dumb").equals("dumb");
        return log || !isTerminal
                ? NONE
                : new Terminal(true, environment.getOrDefault("NO_COLOR", "").isEmpty());
    }

    /** What to print so that the line shows this text alone; the next text goes over it. */
    String overwriting(String text) {
        if (!isLive) {
            return "";
        }
        String shown = text.length() > WIDTH ? text.substring(0, WIDTH - 1) + "…" : text;
        return "\r" + " ".repeat(WIDTH) + "\r" + shown;
    }

    String coloured(String text, Outcome outcome) {
        int colour = switch (outcome) {
            case PASS -> GREEN;
            case FAIL -> RED;
            default -> YELLOW;
        };
        return hasColour ? "\u001b[" + colour + "m" + text + "\u001b[0m" : text;
    }

    // Up to Java 21 there is a console only on a terminal; since 22 there is always one, which can be asked.
    private static boolean isTerminal(Console console) {
        if (console == null || Runtime.version().feature() < 22) {
            return console != null;
        }
        try {
            return (Boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException e) {
            return false;
        }
    }
}
