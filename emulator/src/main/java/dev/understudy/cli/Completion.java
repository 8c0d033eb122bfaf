package dev.understudy.cli;

import dev.understudy.settings.Nearest;
import java.util.List;

/** Prints what teaches a shell the commands, flags and choices; made from the same tables as the help. */
final class Completion implements Command {

    private static final List<String> SHELLS = List.of("bash", "zsh", "fish");

    @Override
    public Spec spec() {
        return Spec.of("completion", "print completion for a shell: source <(understudy completion bash)")
                .taking(new Operands("bash|zsh|fish", 1));
    }

    @Override
    public List<String> words() {
        return SHELLS;
    }

    @Override
    public int run(Arguments arguments) {
        String shell = arguments.words().stream()
                .findFirst()
                .orElseThrow(() -> new UsageException("completion needs a shell: " + String.join(", ", SHELLS)));
        System.out.print(
                switch (shell) {
                    case "bash" -> BashCompletion.script();
                    case "zsh" -> ZshCompletion.script();
                    case "fish" -> FishCompletion.script();
                    default ->
                        throw new UsageException("there is no completion for '%s', but for %s%s"
                                .formatted(shell, String.join(", ", SHELLS), Nearest.hint(shell, SHELLS)));
                });
        return 0;
    }
}
