package dev.understudy.sandbox;

import dev.understudy.catalog.Model;
import dev.understudy.fault.Fault;
import dev.understudy.media.image.Image;
import dev.understudy.media.render.Scene;
import dev.understudy.media.source.ImageReader;
import dev.understudy.media.source.Reference;
import dev.understudy.media.source.UnreadableMediaException;
import dev.understudy.prediction.Failure;
import dev.understudy.prediction.Outcome;
import dev.understudy.prediction.Output;
import dev.understudy.prediction.Prediction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Describes the video that a generation makes, or says why there is none. */
final class Filming {

    private static final System.Logger LOG = System.getLogger(Filming.class.getName());

    private final Services services;
    private final Cast characters;
    private final BiConsumer<Prediction, Outcome> ending;

    /**
     * @param characters the sandbox's; read at each call
     * @param ending gives a job its outcome
     */
    Filming(Services services, Cast characters, BiConsumer<Prediction, Outcome> ending) {
        this.services = services;
        this.characters = characters;
        this.ending = ending;
    }

    /**
     * Sees to it that the job gets its outcome: at once, or when its image has been read.
     *
     * @param image as it was sent; null for none
     * @param visit receives remarks that are there before this returns
     * @param later receives those that are not
     */
    void begin(Prediction job, Object image, Visit visit, Consumer<List<String>> later) {
        Consumer<List<String>> atOnce = remarks -> remarks.forEach(visit::note);
        Optional<Reference> sent = image instanceof String text ? Optional.of(Reference.of(text)) : Optional.empty();
        if (sent.filter(reference -> services.images().mayBlock(reference, services.ownMedia()))
                .isPresent()) {
            services.readers().execute(() -> end(job, sent, later));
        } else {
            end(job, sent, atOnce);
        }
    }

    // The remarks go first: whoever sees the job ended can read what there is to say about its image.
    private void end(Prediction job, Optional<Reference> image, Consumer<List<String>> remarks) {
        List<String> remarked = new ArrayList<>();
        Outcome outcome = outcome(job, image, remarked);
        remarks.accept(remarked);
        ending.accept(job, outcome);
    }

    private Outcome outcome(Prediction job, Optional<Reference> reference, List<String> remarks) {
        try {
            if (reference.isEmpty()) {
                return film(job, Optional.empty(), List.of(), remarks);
            }
            ImageReader.Reading reading = services.images().read(reference.get(), services.ownMedia());
            if (reading.image().isEmpty()) {
                remarks.add(reading.note());
            }
            return film(job, reading.image(), List.of(line(reading.image())), remarks);
        } catch (UnreadableMediaException e) {
            return new Outcome.Failed(
                    Failure.MEDIA_UNAVAILABLE, "Failed to download image from the provided URL: " + e.getMessage());
        } catch (RuntimeException e) {
            // A job must end, whatever mistake the emulator makes over its input.
            LOG.log(System.Logger.Level.ERROR, "a mistake of the emulator itself, over a video", e);
            return new Outcome.Failed(
                    Failure.TASK_FAILED, "the emulator made a mistake over this video; its log has the details");
        }
    }

    private static String line(Optional<Image> image) {
        return image.map(read ->
                        "from a %s image of %s×%s".formatted(read.format().title(), read.width(), read.height()))
                .orElse("from an image that was not fetched");
    }

    private Outcome film(Prediction job, Optional<Image> image, List<String> lines, List<String> remarks) {
        List<Output.MadeCharacter> cast = new ArrayList<>();
        for (String id : ids(job.input())) {
            Optional<Output.MadeCharacter> character = characters.find(id);
            if (character.isEmpty()) {
                return new Outcome.Failed(Failure.INVALID_PARAMETER, "the character " + shown(id) + " does not exist");
            }
            cast.add(character.get());
        }
        Framing framing = Framing.of(job.input(), image);
        if (!framing.exact()) {
            remarks.add("painted with %s*%s pixels and %s s, as near as can be to what was asked for"
                    .formatted(framing.width(), framing.height(), framing.seconds()));
        }
        return Outcome.Completed.with(new Output.Video("1.mp4", scene(job, framing, lines, cast)));
    }

    private static Scene scene(Prediction job, Framing framing, List<String> more, List<Output.MadeCharacter> cast) {
        Optional<String> actual = actual(job);
        String prompt = String.valueOf(job.input().getOrDefault("prompt", ""));
        String maker = actual.orElse(Model.plain(job.model()));
        List<String> lines = new ArrayList<>();
        actual.ifPresent(other -> lines.add("instead of " + Model.plain(job.model())));
        lines.add(prompt);
        if (!cast.isEmpty()) {
            lines.add(cast.stream().map(Output.MadeCharacter::name).collect(Collectors.joining(", ", "with ", "")));
        }
        lines.addAll(more);
        lines.add("%s*%s, %s s".formatted(framing.width(), framing.height(), framing.seconds()));
        return new Scene(
                framing.width(),
                framing.height(),
                framing.seconds(),
                maker,
                lines,
                Map.of("title", prompt, "comment", "made by " + maker));
    }

    // Not the model that was asked for, if the service falls back to another one.
    private static Optional<String> actual(Prediction job) {
        return job.fault().map(fault -> fault instanceof Fault.Fallback other ? other.model() : null);
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
