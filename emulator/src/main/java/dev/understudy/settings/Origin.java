package dev.understudy.settings;

/** Where the value of a setting came from. Later ones win over earlier ones. */
public sealed interface Origin {

    /** Nobody gave it. */
    record Default() implements Origin {}

    /** @param line counted from 1 */
    record File(String name, int line) implements Origin {}

    record Environment(String variable) implements Origin {}

    record Flag(String name) implements Origin {}

    /** As a person would say it: {@code flag --port}, {@code understudy.yaml, line 3}. */
    default String words() {
        if (this instanceof Flag flag) {
            return "flag " + flag.name();
        }
        if (this instanceof Environment environment) {
            return "environment " + environment.variable();
        }
        if (this instanceof File file) {
            return file.name() + ", line " + file.line();
        }
        return "default";
    }
}
