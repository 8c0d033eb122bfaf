package dev.understudy.dialect.openai;

import dev.understudy.prediction.Output;
import dev.understudy.sandbox.Sandbox;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The characters that a video is made with. The guide has two at most, and their names verbatim in the prompt: "Passing
 * the character ID alone isn't enough." How the real service words its refusals is not known.
 */
final class CastList {

    private static final String NAME = "characters";
    private static final int MOST = 2;

    private CastList() {}

    /** @return as the catalog has them; empty for none */
    static List<Map<String, String>> of(Sandbox sandbox, Parameters sent, String prompt) {
        List<?> wanted = sent.list(NAME);
        if (wanted.size() > MOST) {
            throw new ApiError(
                    400,
                    "Invalid '%s': array too long. Expected an array with maximum length %s, but got an array with length %s instead."
                            .formatted(NAME, MOST, wanted.size()),
                    NAME,
                    "array_above_max_length");
        }
        List<Map<String, String>> cast = new ArrayList<>();
        for (Object item : wanted) {
            cast.add(Map.of("id", member(sandbox, item, "%s[%s]".formatted(NAME, cast.size()), prompt)));
        }
        return cast;
    }

    private static String member(Sandbox sandbox, Object item, String place, String prompt) {
        if (!(item instanceof Map<?, ?> object)) {
            throw ApiError.type(place, "an object", item);
        }
        if (object.get("id") == null) {
            throw ApiError.missing(place + ".id");
        }
        if (!(object.get("id") instanceof String id)) {
            throw ApiError.type(place + ".id", "a string", object.get("id"));
        }
        Output.MadeCharacter character = sandbox.character(id)
                .orElseThrow(() ->
                        ApiError.impossible(NAME, "Character with id '%s' not found.".formatted(ApiError.shown(id))));
        Optional<String> missing = Optional.ofNullable(character.name()).filter(name -> !prompt.contains(name));
        if (missing.isPresent()) {
            throw ApiError.impossible(
                    NAME, "The prompt must mention the character '%s' verbatim.".formatted(missing.get()));
        }
        return id;
    }
}
