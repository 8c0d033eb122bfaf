package dev.understudy.cli;

import dev.understudy.fault.Profile;
import dev.understudy.settings.Setting;
import java.util.List;

/**
 * A word with dashes that a command takes.
 *
 * @param names all its spellings, with their dashes; the first stands for it
 * @param form its value, as a person would write it down; empty for a switch, which takes none
 * @param choices the only values it takes; empty where it takes numbers or names
 */
record Option(List<String> names, String form, List<String> choices, String about) {

    /** Form of the name of a file, which a shell can complete. */
    static final String FILE = "FILE";

    private static final String PROFILE = Setting.PROFILE.form();

    static final Option HELP = Option.toggle("--help", "What this command does and takes.");

    /** Of every command that has settings. */
    static final Option CONFIG =
            Option.of("--config", FILE, "YAML file of settings; else understudy.yaml, if it is there.");

    static Option of(String name, String form, String about) {
        return new Option(List.of(name), form, List.of(), about);
    }

    static Option toggle(String name, String about) {
        return new Option(List.of(name), "", List.of(), about);
    }

    static Option of(Setting setting) {
        return new Option(List.of("--" + setting.flag()), setting.form(), setting.choices(), setting.about());
    }

    /** Words that a shell may offer for its value; there may be others. */
    List<String> words() {
        return form.equals(PROFILE) ? Profile.names() : choices;
    }

    Option alias(String name) {
        return new Option(List.of(name(), name), form, choices, about);
    }

    String name() {
        return names.get(0);
    }

    boolean isSwitch() {
        return form.isEmpty();
    }

    boolean takesFile() {
        return form.equals(FILE) || form.equals(PROFILE);
    }
}
