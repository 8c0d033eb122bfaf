package dev.understudy.dialect.openai;

import dev.understudy.catalog.Model;
import dev.understudy.dialect.Call;
import dev.understudy.dialect.Request;
import dev.understudy.media.probe.BadClipException;
import dev.understudy.media.probe.Clip;
import dev.understudy.media.probe.ClipProbe;
import dev.understudy.media.render.Scene;
import dev.understudy.prediction.Prediction;
import dev.understudy.sandbox.Uploads;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * A video that another one is made of: one of the key's, which must be completed, or a file.
 *
 * @param name its id on the wire, or the URL of the file
 * @param remixable whether it has an id that a remix can name
 * @param model what it was made by; empty for a file
 * @param seconds its length, rounded up
 * @param extensions how many times it has been extended
 */
record Source(String name, boolean remixable, Optional<String> model, String size, int seconds, int extensions) {

    private static final String PARAMETER = "video";

    // More than any video here may have.
    private static final int LONGEST = 1_000;

    /** The model that the job of a parameter {@code video} was made by, as far as it can be told before it is checked. */
    static Optional<String> modelOf(Call call, Parameters sent) {
        return sent.value(PARAMETER) instanceof Map<?, ?> object && object.get("id") instanceof String id
                ? Videos.job(call, id).map(Source::model)
                : Optional.empty();
    }

    /** What a parameter {@code video} means: an object with an id, or a file. */
    static Source of(Call call, Parameters sent) throws IOException {
        if (!sent.has(PARAMETER)) {
            throw ApiError.missing(PARAMETER);
        }
        if (sent.file(PARAMETER).isPresent()) {
            return of(call, sent.file(PARAMETER).get());
        }
        Object id = sent.object(PARAMETER).orElseThrow().get("id");
        if (id == null) {
            throw ApiError.missing(PARAMETER + ".id");
        }
        if (!(id instanceof String text)) {
            throw ApiError.type(PARAMETER + ".id", "a string", id);
        }
        return of(call, Videos.job(call, text).orElseThrow(() -> Videos.notFound(text)));
    }

    /** A job of the key's. */
    static Source of(Call call, Prediction job) {
        if (!VideoJson.isCompleted(
                call.sandbox().predictions().seen(job, call.sandbox().clock().instant()))) {
            throw ApiError.impossible(PARAMETER, Content.NOT_READY);
        }
        Scene scene = Shot.video(job)
                .orElseThrow(() -> ApiError.impossible(PARAMETER, Content.NOTHING))
                .scene();
        return new Source(
                Ids.video(job.id()),
                true,
                Optional.of(model(job)),
                VideoChoices.nearest(scene.width(), scene.height()),
                scene.reel().milliseconds() / 1_000,
                job.input().get(VideoOrders.EXTENSIONS) instanceof Integer number ? number : 0);
    }

    private static Source of(Call call, Request.Field file) throws IOException {
        Uploads.Upload upload = Files.keep(call, file);
        try (FileChannel content = FileChannel.open(upload.blob().orElseThrow().file())) {
            Clip clip = ClipProbe.probe(content);
            return new Source(
                    Files.url(call, upload),
                    false,
                    Optional.empty(),
                    VideoChoices.nearest(clip.width(), clip.height()),
                    whole(clip.duration()),
                    0);
        } catch (BadClipException e) {
            throw ApiError.impossible(PARAMETER, "Invalid video: " + e.getMessage());
        }
    }

    /** Of a job that came through another wire format, the model of this API that is most like its own. */
    static String model(Prediction job) {
        if (Model.provider(job.model()).equals(VideoOrders.PROVIDER)) {
            return Model.plain(job.model());
        }
        return VideoChoices.isPro(job.model()) ? VideoChoices.DEFAULT_MODEL + "-pro" : VideoChoices.DEFAULT_MODEL;
    }

    private static int whole(Duration length) {
        return (int) Math.max(1, Math.min(LONGEST, length.plusNanos(999_999_999).toSeconds()));
    }
}
