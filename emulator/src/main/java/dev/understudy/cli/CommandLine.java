package dev.understudy.cli;

import dev.understudy.settings.Setting;
import dev.understudy.settings.SettingException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A parsed call: what to do, and the settings that were given as {@code --flag value} or {@code --flag=value}. */
record CommandLine(Command command, Map<Setting, String> flags) {

    enum Command {
        SERVE,
        HEALTH,
        HELP,
        VERSION
    }

    /** @throws SettingException if a word means nothing here */
    static CommandLine parse(List<String> arguments) {
        Deque<String> words = new ArrayDeque<>(arguments);
        Command command = Command.SERVE;
        if (!words.isEmpty() && !words.peek().startsWith("-")) {
            command = command(words.remove());
        }
        Map<Setting, String> flags = new EnumMap<>(Setting.class);
        while (!words.isEmpty()) {
            String word = words.remove();
            switch (word) {
                case "--help", "-h" -> command = Command.HELP;
                case "--version" -> command = Command.VERSION;
                default -> flag(word, words, flags);
            }
        }
        return new CommandLine(command, flags);
    }

    private static Command command(String word) {
        return switch (word) {
            case "serve" -> Command.SERVE;
            case "health" -> Command.HEALTH;
            case "help" -> Command.HELP;
            case "version" -> Command.VERSION;
            default ->
                throw new SettingException("'" + word + "' is not a command; there are serve, health, help, version");
        };
    }

    private static void flag(String word, Deque<String> rest, Map<Setting, String> flags) {
        int equals = word.indexOf('=');
        String name = equals < 0 ? word : word.substring(0, equals);
        Setting setting = Stream.of(Setting.values())
                .filter(candidate -> name.equals("--" + candidate.flag()))
                .findFirst()
                .orElseThrow(() -> new SettingException("'" + name + "' is not a flag"));
        if (equals < 0 && rest.isEmpty()) {
            throw new SettingException(name + " needs a value: " + setting.form());
        }
        flags.put(setting, equals < 0 ? rest.remove() : word.substring(equals + 1));
    }
}
