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

    public Filter on(List<String> operations) {
        operations.forEach(word -> Operations.checked("on", word));
        return new Filter(operations, model, makes, named, prediction);
    }

    public Filter model(String slug) {
        return new Filter(on, Optional.of(slug), makes, named, prediction);
    }

    public Filter named(String character) {
        return new Filter(on, model, makes, Optional.of(character), prediction);
    }

    public Filter prediction(String id) {
        return new Filter(on, model, makes, named, Optional.of(id));
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
