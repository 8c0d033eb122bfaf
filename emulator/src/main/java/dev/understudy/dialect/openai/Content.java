package dev.understudy.dialect.openai;

import dev.understudy.dialect.Call;
import dev.understudy.dialect.Reply;
import dev.understudy.media.render.Still;
import dev.understudy.prediction.Output;
import dev.understudy.prediction.Prediction;
import dev.understudy.prediction.State;
import dev.understudy.sandbox.MediaAddress;
import dev.understudy.sandbox.MediaFile;
import dev.understudy.sandbox.MediaLibrary;
import java.util.List;
import java.util.Optional;

/** What a completed video is downloaded as. */
final class Content {

    /** Seen in production before the end of a job. */
    static final String NOT_READY = "Video is not ready yet, use GET /v1/videos/{video_id} to check status.";

    static final String NOTHING = "There is no content for this video.";

    private static final List<String> VARIANTS = List.of("video", "thumbnail", "spritesheet");

    private final MediaLibrary media;

    Content(MediaLibrary media) {
        this.media = media;
    }

    /** 404 before the end was seen in production; so it is after a failure, and when the hour is over, by inference. */
    Reply get(Call call) {
        String variant = call.request().query("variant").orElse("video");
        if (!VARIANTS.contains(variant)) {
            throw ApiError.value("variant", variant, VARIANTS);
        }
        Prediction job = Videos.job(call).orElseThrow(() -> Videos.notFound(call));
        State state =
                call.sandbox().predictions().seen(job, call.sandbox().clock().instant());
        if (!VideoJson.isCompleted(state)) {
            throw ApiError.notFound(NOT_READY);
        }
        if (!call.sandbox().clock().instant().isBefore(VideoJson.expires(job))) {
            throw ApiError.notFound("Video content has expired.");
        }
        Output.Video video = Shot.video(job).orElseThrow(() -> ApiError.notFound(NOTHING));
        call.visit().shows(VideoJson.status(state), true);
        MediaAddress address =
                new MediaAddress(call.sandbox().reference(), MediaAddress.Kind.PREDICTIONS, job.id(), video.fileName());
        return new Reply.File(file(variant, address).orElseThrow(() -> Videos.notFound(call)));
    }

    // A WebP and a JPEG, as the guide has them.
    private Optional<MediaFile> file(String variant, MediaAddress address) {
        return switch (variant) {
            case "thumbnail" -> media.still(address, Still.THUMBNAIL);
            case "spritesheet" -> media.still(address, Still.SPRITESHEET);
            default -> media.find(address);
        };
    }
}
