package dev.understudy.sandbox;

import dev.understudy.media.render.Scene;
import dev.understudy.prediction.Failure;
import dev.understudy.prediction.Outcome;
import dev.understudy.prediction.Output;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Describes the video that a generation makes, or says why there is none. */
final class Filming {

    private final Map<String, Output.MadeCharacter> characters;

    /** @param characters the sandbox's characters by id; read at each call */
    Filming(Map<String, Output.MadeCharacter> characters) {
        this.characters = characters;
    }

    /** @param actual the model that really does the work: not the one asked for, if the service falls back */
    Outcome film(String asked, Map<String, Object> input, Optional<String> actual) {
        List<Output.MadeCharacter> cast = new ArrayList<>();
        for (String id : ids(input)) {
            Output.MadeCharacter character = characters.get(id);
            if (character == null) {
                return new Outcome.Failed(Failure.INVALID_PARAMETER, "the character " + shown(id) + " does not exist");
            }
            cast.add(character);
        }
        return new Outcome.Completed(List.of(new Output.Video("1.mp4", scene(asked, input, actual, cast))));
    }

    private static Scene scene(
            String asked, Map<String, Object> input, Optional<String> actual, List<Output.MadeCharacter> cast) {
        String size = (String) input.get("size");
        int star = size.indexOf('*');
        int seconds = (Integer) input.get("duration");
        String prompt = (String) input.get("prompt");
        String maker = actual.orElse(asked);
        List<String> lines = new ArrayList<>();
        actual.ifPresent(other -> lines.add("instead of " + asked));
        lines.add(prompt);
        if (!cast.isEmpty()) {
            lines.add(cast.stream().map(Output.MadeCharacter::name).collect(Collectors.joining(", ", "with ", "")));
        }
        lines.add(size + ", " + seconds + " s");
        return new Scene(
                Integer.parseInt(size.substring(0, star)),
                Integer.parseInt(size.substring(star + 1)),
                seconds,
                maker,
                lines,
                Map.of("title", prompt, "comment", "made by " + maker));
    }

    private static List<String> ids(Map<String, Object> input) {
        return input.get("characters") instanceof List<?> ids
                ? ids.stream().map(String.class::cast).toList()
                : List.of();
    }

    private static String shown(String id) {
        return id.length() <= 60 ? id : id.substring(0, 60) + "…";
    }
}
