package dev.understudy.fault;

import dev.understudy.catalog.Model;
import java.util.List;
import java.util.Optional;

/**
 * Which calls and jobs a rule is about. What is empty does not matter.
 *
 * @param on operations, each by a word of its name or the whole
 * @param model a slug, or its beginning and a {@code *}
 * @param makes what the model makes
 * @param named the name of a character
 * @param prediction the id of a job
 */
public record Filter(
        List<String> on,
        Optional<String> model,
        Optional<Model.Product> makes,
        Optional<String> named,
        Optional<String> prediction) {

    public static final Filter ANY =
            new Filter(List.of(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    public Filter {
        on = List.copyOf(on);
    }

    boolean fits(Occasion occasion) {
        return (on.isEmpty() || on.stream().anyMatch(word -> Operations.isMeant(word, occasion.operation())))
                && (model.isEmpty() || occasion.model().filter(this::isModel).isPresent())
                && agrees(makes, occasion.makes())
                && agrees(named, occasion.name())
                && agrees(prediction, occasion.prediction());
    }

    private static boolean agrees(Optional<?> wanted, Optional<?> found) {
        return wanted.isEmpty() || wanted.equals(found);
    }

    boolean isModel(String slug) {
        return model.map(wanted -> wanted.endsWith("*")
                        ? slug.startsWith(wanted.substring(0, wanted.length() - 1))
                        : wanted.equals(slug))
                .orElse(true);
    }
}
