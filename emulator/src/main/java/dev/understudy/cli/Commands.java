package dev.understudy.cli;

import dev.understudy.settings.Nearest;
import java.util.List;
import java.util.Optional;

/** The table of commands. */
final class Commands {

    /** In the order of the help; the first is the one that is meant when none is named. */
    static final List<Command> ALL = List.of(
            new Serve(),
            new Exec(),
            new Health(),
            new ShowConfig(),
            new ShowProfiles(),
            new MakeClip(),
            new Rehearse(),
            new Completion(),
            new Help(),
            new Version());

    private Commands() {}

    static Command byDefault() {
        return ALL.get(0);
    }

    static List<String> names() {
        return ALL.stream().map(command -> command.spec().name()).toList();
    }

    static Optional<Command> find(String name) {
        return ALL.stream()
                .filter(command -> command.spec().name().equals(name))
                .findFirst();
    }

    /** @throws UsageException if there is none of that name */
    static Command named(String name) {
        return find(name)
                .orElseThrow(() -> new UsageException("'%s' is not a command%s; there are %s"
                        .formatted(name, Nearest.hint(name, names()), String.join(", ", names()))));
    }
}
