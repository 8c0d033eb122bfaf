package dev.understudy.cli;

import dev.understudy.settings.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a command is called, does and takes. The parser, the help and the completion of shells are made from it.
 *
 * @param about one line
 * @param settings whether it takes every setting as well
 * @param own options that are its own
 */
record Spec(String name, String about, Operands operands, boolean settings, List<Option> own) {

    static Spec of(String name, String about, Option... own) {
        return new Spec(name, about, Operands.NONE, false, List.of(own));
    }

    static Spec withSettings(String name, String about, Option... own) {
        return new Spec(name, about, Operands.NONE, true, List.of(own));
    }

    Spec taking(Operands taken) {
        return new Spec(name, about, taken, settings, own);
    }

    /** Its own, then those of the settings, then help. */
    List<Option> options() {
        List<Option> all = new ArrayList<>(own);
        if (settings) {
            all.add(Option.CONFIG);
            Stream.of(Setting.values()).map(Option::of).forEach(all::add);
        }
        all.add(Option.HELP);
        return all;
    }

    Optional<Option> option(String name) {
        return options().stream()
                .filter(option -> option.names().contains(name))
                .findFirst();
    }

    List<String> optionNames() {
        return options().stream().flatMap(option -> option.names().stream()).toList();
    }
}
