package dev.understudy.cli;

import dev.understudy.settings.Setting;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says what there is, or what one command takes; made from the tables of commands and settings. */
final class Help implements Command {

    @Override
    public Spec spec() {
        return Spec.of("help", "say what there is, or what one command takes").taking(new Operands("[COMMAND]", 1));
    }

    @Override
    public List<String> words() {
        return Commands.names();
    }

    @Override
    public int run(Arguments arguments) {
        System.out.println(
                arguments.words().isEmpty()
                        ? overview()
                        : of(Commands.named(arguments.words().get(0)).spec()));
        return 0;
    }

    static String overview() {
        String commands = Commands.ALL.stream()
                .map(command -> "  %-11s %s%n"
                        .formatted(command.spec().name(), command.spec().about()))
                .collect(Collectors.joining());
        return """
                understudy: a local stand-in for the Sora 2 Characters API

                  understudy [COMMAND] [--flag value ...]

                %s
                From a checkout, './understudy record', 'replay' and 'compare' keep your own client's traffic and play it
                again; they are commands of understudy-contract.jar.

                Without a command it serves. 'understudy help COMMAND' or 'understudy COMMAND --help' tells more.

                Settings, for serve, exec, health and config. Each can be given as an environment variable or as a line
                of a YAML file instead; a flag wins over a variable, a variable over the file.

                %s
                """.formatted(commands, settings()).stripTrailing();
    }

    static String of(Spec spec) {
        StringBuilder text = new StringBuilder("understudy %s: %s%n%n".formatted(spec.name(), spec.about()));
        text.append("  understudy %s [--flag value ...] %s"
                .formatted(spec.name(), spec.operands().form())
                .stripTrailing());
        text.append(System.lineSeparator()).append(System.lineSeparator());
        spec.own().forEach(option -> text.append(entry(option, "")));
        text.append(entry(Option.HELP, ""));
        if (spec.settings()) {
            text.append(settings());
        }
        return text.toString().stripTrailing();
    }

    private static String settings() {
        String file = entry(Option.CONFIG, Arguments.FILE_VARIABLE);
        return Stream.of(Setting.values())
                .map(setting -> entry(Option.of(setting), variable(setting)))
                .collect(Collectors.joining("", file, ""));
    }

    private static String variable(Setting setting) {
        return "%s, default: %s"
                .formatted(setting.variable(), setting.byDefault().isEmpty() ? "none" : setting.byDefault());
    }

    private static String entry(Option option, String more) {
        String names = String.join(", ", option.names());
        String first = "  %s %s".formatted(names, option.form()).stripTrailing();
        return "%s%n      %s%n%s".formatted(first, option.about(), more.isEmpty() ? "" : "      %s%n".formatted(more));
    }
}
