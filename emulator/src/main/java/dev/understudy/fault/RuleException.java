package dev.understudy.fault;

import dev.understudy.settings.Nearest;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** A fault, or a rule about one, that is not written as it must be. The message says where, and what could stand there. */
public final class RuleException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String field;
    private final transient List<String> allowed;
    private final transient Optional<String> suggestion;

    private final String problem;

    private RuleException(String field, String problem, Collection<String> allowed, Optional<String> suggestion) {
        super(field + " " + problem
                + suggestion.map(word -> "; did you mean " + word + "?").orElse(""));
        this.field = field;
        this.problem = problem;
        this.allowed = List.copyOf(allowed);
        this.suggestion = suggestion;
    }

    /** @param problem what is to be said after the name of the field, such as {@code must be a number} */
    static RuleException wrong(String field, String problem) {
        return new RuleException(field, problem, List.of(), Optional.empty());
    }

    static RuleException choice(String field, String sent, Collection<String> allowed) {
        return new RuleException(
                field,
                "cannot be '%s'; there are %s".formatted(shown(sent), String.join(", ", allowed)),
                allowed,
                Nearest.to(sent, allowed));
    }

    static RuleException unknownField(String field, String name, Collection<String> allowed) {
        String list = allowed.isEmpty() ? "none" : String.join(", ", allowed);
        return new RuleException(
                field, "has no '%s'; there are %s".formatted(shown(name), list), allowed, Nearest.to(name, allowed));
    }

    /** The same problem with a field whose whole name is known now. */
    RuleException within(String wholeField) {
        return new RuleException(wholeField, problem, allowed, suggestion);
    }

    /** What was at fault: {@code rules[0].when.next}, or the header or the input that a fault stood in. */
    public String field() {
        return field;
    }

    /** The words that could stand there; empty where that is no list. */
    public List<String> allowed() {
        return allowed;
    }

    /** The allowed word that was probably meant. */
    public Optional<String> suggestion() {
        return suggestion;
    }

    private static String shown(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }
}
