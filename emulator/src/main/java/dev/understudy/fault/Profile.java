package dev.understudy.fault;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A named set of rules about what goes wrong. What strikes is drawn from the sandbox's seed, so it repeats.
 *
 * @param about one line
 * @param rules each with the sentence it rests on
 */
public record Profile(String name, String about, List<Rule> rules) {

    public Profile {
        rules = List.copyOf(rules);
    }

    /**
     * A profile that comes with the emulator, or one from a file.
     *
     * @param name one of {@link #names()}, or the path of a file: it ends in {@code .json} or has a slash in it
     * @throws IllegalArgumentException if there is no such profile, or the file cannot be used
     */
    public static Profile named(String name) {
        return ProfileFile.isPath(name) ? ProfileFile.read(Path.of(name)) : ProfileFile.builtIn(name);
    }

    /** The names of the profiles that come with the emulator. */
    public static List<String> names() {
        return ProfileFile.names();
    }

    /** What can be chosen on a server that has one of its own: those that come with the emulator, and that one. */
    public static List<Profile> all(Profile own) {
        Stream<Profile> builtIn = names().stream().map(Profile::named);
        return Stream.concat(builtIn, names().contains(own.name()) ? Stream.empty() : Stream.of(own))
                .toList();
    }

    List<Tally> tallies() {
        List<Tally> tallies = new ArrayList<>();
        rules.forEach(rule -> tallies.add(Tally.of("rule-" + (tallies.size() + 1), rule)));
        return tallies;
    }
}
