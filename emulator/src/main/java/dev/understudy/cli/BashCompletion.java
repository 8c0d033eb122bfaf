package dev.understudy.cli;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Completion for bash 3.2 and newer. */
final class BashCompletion {

    private static final String SCRIPT = """
            # Completion of understudy for bash: source <(understudy completion bash)
            _understudy() {
              local IFS=$'\\n'
              local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]} command=serve flags words i
              COMPREPLY=()
              # bash takes --flag=value for three words.
              if [[ $cur == = ]]; then
                cur=
              elif [[ $prev == = ]]; then
                prev=${COMP_WORDS[COMP_CWORD-2]}
              fi
              if ((COMP_CWORD > 1)) && [[ ${COMP_WORDS[1]} != -* ]]; then
                command=${COMP_WORDS[1]}
              fi
              if [[ $command == exec ]]; then
                local rest=
                for ((i = 2; i < COMP_CWORD; i++)); do
                  case ${COMP_WORDS[i]} in
                    --) rest=1; i=$((i + 1)); break ;;
                    --help | -h) ;;
                    -*) [[ ${COMP_WORDS[i+1]} == = ]] && i=$((i + 1)); i=$((i + 1)) ;;
                    *) rest=1; break ;;
                  esac
                done
                ((i == COMP_CWORD)) && [[ $cur != -* ]] && rest=1
                if [[ $rest ]]; then
                  if declare -F _command_offset > /dev/null; then
                    IFS=$' \t\n'
                    _command_offset "$i"
                  elif ((i == COMP_CWORD)); then
                    COMPREPLY=($(compgen -c -- "$cur"))
                  else
                    compopt -o filenames 2> /dev/null
                    COMPREPLY=($(compgen -f -- "$cur"))
                  fi
                  return
                fi
              fi
              case $prev in
            %s  esac
              case $command in
            %s  esac
              if ((COMP_CWORD == 1)) && [[ $cur != -* ]]; then
                words=$'%s'
              fi
              if [[ $cur == -* ]]; then
                words=$flags
              fi
              COMPREPLY=($(compgen -W "$words" -- "$cur"))
            }
            complete -F _understudy understudy
            """;

    private BashCompletion() {}

    static String script() {
        return SCRIPT.formatted(values(), commands(), lines(Commands.names()));
    }

    /** What follows an option. Options of one name take the same in every command. */
    private static String values() {
        Set<String> cases = new LinkedHashSet<>();
        for (Command command : Commands.ALL) {
            for (Option option : command.spec().options()) {
                if (!option.isSwitch()) {
                    cases.add("    %s) %s return ;;%n".formatted(String.join(" | ", option.names()), value(option)));
                }
            }
        }
        return String.join("", cases);
    }

    private static String value(Option option) {
        String words = option.words().isEmpty()
                ? ""
                : "COMPREPLY=($(compgen -W $'%s' -- \"$cur\"));".formatted(lines(option.words()));
        String files = "compopt -o filenames 2> /dev/null; COMPREPLY+=($(compgen -f -- \"$cur\"));";
        return option.takesFile() ? words + files : words;
    }

    private static String commands() {
        return Commands.ALL.stream()
                .map(command -> "    %s) flags=$'%s' words=$'%s' ;;%n"
                        .formatted(command.spec().name(), lines(command.spec().optionNames()), lines(command.words())))
                .collect(Collectors.joining());
    }

    /** As they stand between the quotes of {@code $'…'}; no word of the tables has a quote in it. */
    private static String lines(List<String> words) {
        return String.join("\\n", words);
    }
}
