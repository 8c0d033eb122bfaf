package dev.understudy.cli;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Completion for zsh. */
final class ZshCompletion {

    private static final String SCRIPT = """
            #compdef understudy
            # Completion of understudy for zsh: source <(understudy completion zsh), or put it into a folder of $fpath.
            _understudy() {
              local command=serve
              local -a commands
              commands=(
            %s  )
              if (( CURRENT == 2 )) && [[ $words[2] != -* ]]; then
                _describe command commands
                return
              fi
              if [[ $words[2] != -* ]]; then
                command=$words[2]
                shift words
                (( CURRENT-- ))
              fi
              case $command in
            %s  esac
            }
            if [[ $funcstack[1] == _understudy ]]; then
              _understudy "$@"
            else
              compdef _understudy understudy
            fi
            """;

    private ZshCompletion() {}

    static String script() {
        String commands = Commands.ALL.stream()
                .map(Command::spec)
                .map(spec -> "    %s%n".formatted(quoted(spec.name() + ":" + spec.about())))
                .collect(Collectors.joining());
        return SCRIPT.formatted(
                commands, Commands.ALL.stream().map(ZshCompletion::arm).collect(Collectors.joining()));
    }

    private static String arm(Command command) {
        String specs = Stream.concat(
                        command.spec().options().stream().flatMap(ZshCompletion::option), operands(command).stream())
                .map(spec -> " \\\n        " + quoted(spec))
                .collect(Collectors.joining());
        return "    %s)%n      _arguments -S%s%n      ;;%n"
                .formatted(command.spec().name(), specs);
    }

    private static Stream<String> option(Option option) {
        return option.names().stream()
                .map(name -> option.isSwitch()
                        ? "%s[%s]".formatted(name, escaped(option.about()))
                        : "%s[%s]:%s:%s"
                                .formatted(
                                        name.startsWith("--") ? name + "=" : name + "+",
                                        escaped(option.about()),
                                        escaped(option.form()),
                                        values(option)));
    }

    private static String values(Option option) {
        String words = String.join(" ", option.words());
        if (option.takesFile()) {
            return words.isEmpty() ? "_files" : "{compadd " + words + "; _files}";
        }
        return words.isEmpty() ? "" : "(" + words + ")";
    }

    private static List<String> operands(Command command) {
        if (command.spec().operands().takeTheRest()) {
            return List.of("*::command:_normal");
        }
        return command.words().isEmpty() ? List.of() : List.of("1:word:(" + String.join(" ", command.words()) + ")");
    }

    private static String escaped(String text) {
        return text.replaceAll("([\\[\\]:\\\\])", "\\\\$1");
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
