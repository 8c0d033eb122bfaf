package dev.understudy.cli;

import dev.understudy.settings.Nearest;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A parsed call: what to do, and with what. Values are given as {@code --name value} or {@code --name=value}. */
record CommandLine(Command command, Arguments arguments) {

    /** @throws UsageException if a word means nothing here */
    static CommandLine parse(List<String> typed) {
        Deque<String> words = new ArrayDeque<>(typed);
        if (words.isEmpty() || words.peek().startsWith("-")) {
            return switch (typed.isEmpty() ? "" : typed.get(0)) {
                case "--help", "-h" -> new CommandLine(new Help(), new Arguments(Map.of(), List.of()));
                case "--version" -> new CommandLine(new Version(), new Arguments(Map.of(), List.of()));
                default -> new Parser(Commands.byDefault(), words).parse();
            };
        }
        return new Parser(Commands.named(words.remove()), words).parse();
    }

    private static final class Parser {

        private final Command command;
        private final Spec spec;
        private final Deque<String> rest;
        private final Map<String, String> options = new LinkedHashMap<>();
        private final List<String> operands = new ArrayList<>();

        Parser(Command command, Deque<String> rest) {
            this.command = command;
            this.spec = command.spec();
            this.rest = rest;
        }

        CommandLine parse() {
            while (!rest.isEmpty()) {
                String word = rest.remove();
                if (word.equals("--")) {
                    takeTheRest();
                } else if (word.equals("-h")) {
                    options.put(Option.HELP.name(), "");
                } else if (word.startsWith("-") && word.length() > 1) {
                    option(word);
                } else {
                    operand(word);
                }
            }
            boolean help = options.containsKey(Option.HELP.name());
            return help
                    ? new CommandLine(new Help(), new Arguments(Map.of(), List.of(spec.name())))
                    : new CommandLine(command, new Arguments(Map.copyOf(options), List.copyOf(operands)));
        }

        private void option(String word) {
            int equals = word.indexOf('=');
            String name = equals < 0 ? word : word.substring(0, equals);
            Option option = spec.option(name)
                    .orElseThrow(() -> new UsageException("'%s' is not a flag of %s%s"
                            .formatted(name, spec.name(), Nearest.hint(name, spec.optionNames()))));
            if (option.isSwitch()) {
                refuseValue(name, equals);
                options.put(option.name(), "");
            } else if (equals < 0 && rest.isEmpty()) {
                throw new UsageException(name + " needs a value: " + option.form());
            } else {
                options.put(option.name(), equals < 0 ? rest.remove() : word.substring(equals + 1));
            }
        }

        private static void refuseValue(String name, int equals) {
            if (equals >= 0) {
                throw new UsageException(name + " takes no value");
            }
        }

        private void operand(String word) {
            Operands taken = spec.operands();
            if (operands.size() == taken.most()) {
                String hint = Commands.find(word).isPresent() ? "; a command is the first word" : "";
                throw new UsageException("%s does not take '%s'%s".formatted(spec.name(), word, hint));
            }
            operands.add(word);
            if (taken.takeTheRest()) {
                takeTheRest();
            }
        }

        private void takeTheRest() {
            operands.addAll(rest);
            rest.clear();
            if (operands.size() > spec.operands().most()) {
                throw new UsageException("%s does not take '%s'".formatted(spec.name(), operands.get(0)));
            }
        }
    }
}
