package dev.understudy.dialect.soraguide;

import dev.understudy.prediction.Output;
import dev.understudy.sandbox.Refused;
import dev.understudy.sandbox.Sandbox;
import dev.understudy.sandbox.Visit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The characters that a prompt names: {@code @character_id}, as the guide has it, or {@code @username}, as the proxies
 * do, who write {@code @{username}} too. They may stand anywhere, and their order means nothing.
 */
final class Mentions {

    // Behind a letter or digit it is an address.
    private static final Pattern MENTION =
            Pattern.compile("(?<![\\p{Alnum}._-])@(?:\\{([^{}@\\s]{1,100})}|([A-Za-z0-9][A-Za-z0-9_.-]{0,100}))");
    private static final Pattern ID = Pattern.compile("(?:ch|char)_.+");
    private static final Pattern USERNAME = Pattern.compile("[a-z0-9]{9}\\.[a-z]+");
    private static final Pattern PUNCTUATION = Pattern.compile("[._-]+$");

    private Mentions() {}

    /**
     * The ids of the characters, each once.
     *
     * @throws Refused if something in the shape of an id or user name is no character of this key, which is inferred:
     *     the guide's own troubleshooting only says to check the syntax
     */
    static List<String> read(String prompt, Sandbox sandbox, Visit visit) {
        Set<String> ids = new LinkedHashSet<>();
        for (Matcher mention = MENTION.matcher(prompt); mention.find(); ) {
            String name = mention.group(1) == null
                    ? PUNCTUATION.matcher(mention.group(2)).replaceAll("")
                    : mention.group(1);
            find(name, sandbox).ifPresentOrElse(character -> ids.add(character.id()), () -> requireNoName(name, visit));
        }
        return List.copyOf(ids);
    }

    private static Optional<Output.MadeCharacter> find(String name, Sandbox sandbox) {
        return sandbox.character(name)
                .or(() -> USERNAME.matcher(name).matches()
                        ? sandbox.characters().stream()
                                .filter(character ->
                                        Names.username(character.id()).equals(name))
                                .findFirst()
                        : Optional.empty());
    }

    private static void requireNoName(String name, Visit visit) {
        if (ID.matcher(name).matches() || USERNAME.matcher(name).matches()) {
            throw Refused.field("prompt", "parameter prompt mentions @" + name + ", which is no character of this key");
        }
        visit.note("@" + name + " in the prompt is nothing but text: no character is called so");
    }
}
