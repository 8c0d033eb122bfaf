package dev.understudy.cli;

import java.util.stream.Collectors;

/** Completion for fish. */
final class FishCompletion {

    private FishCompletion() {}

    static String script() {
        StringBuilder script = new StringBuilder("""
                # Completion of understudy for fish: understudy completion fish | source
                complete -c understudy -f
                """);
        Commands.ALL.forEach(command -> script.append(command(command)));
        return script.toString();
    }

    private static String command(Command command) {
        Spec spec = command.spec();
        String named = line("__fish_use_subcommand", "-a %s -d %s".formatted(spec.name(), quoted(spec.about())));
        String condition = condition(command);
        String options = spec.options().stream()
                .map(option -> line(condition, option(option)))
                .collect(Collectors.joining());
        return named + options + operands(command, condition);
    }

    /** Flags without a command belong to the one that is meant then. */
    private static String condition(Command command) {
        if (command != Commands.byDefault()) {
            return "__fish_seen_subcommand_from " + command.spec().name();
        }
        String others = Commands.ALL.stream()
                .filter(other -> other != command)
                .map(other -> other.spec().name())
                .collect(Collectors.joining(" "));
        return "not __fish_seen_subcommand_from " + others;
    }

    private static String option(Option option) {
        String names = option.names().stream()
                .map(name -> name.startsWith("--") ? "-l " + name.substring(2) : "-s " + name.substring(1))
                .collect(Collectors.joining(" "));
        return "%s%s -d %s".formatted(names, values(option), quoted(option.about()));
    }

    private static String values(Option option) {
        if (option.isSwitch()) {
            return "";
        }
        String words = option.words().isEmpty() ? "" : " -a " + quoted(String.join(" ", option.words()));
        return (option.takesFile() ? " -r -F" : " -x") + words;
    }

    private static String operands(Command command, String condition) {
        if (command.spec().operands().takeTheRest()) {
            return line(condition, "-F -a '(__fish_complete_command)'");
        }
        return command.words().isEmpty() ? "" : line(condition, "-a " + quoted(String.join(" ", command.words())));
    }

    private static String line(String condition, String rest) {
        return "complete -c understudy -n '%s' %s%n".formatted(condition, rest);
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
