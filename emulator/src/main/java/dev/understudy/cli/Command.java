package dev.understudy.cli;

import java.util.List;

/** Something that the program can do. */
interface Command {

    Spec spec();

    /** @return the program's exit code; a server goes on after this returns */
    int run(Arguments arguments);

    /** Operands that a shell may offer. */
    default List<String> words() {
        return List.of();
    }
}
