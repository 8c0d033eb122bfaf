package dev.understudy.sandbox;

import dev.understudy.media.probe.Clip;
import dev.understudy.media.source.ClipReading;
import dev.understudy.media.source.UnreadableMediaException;
import dev.understudy.prediction.Failure;
import dev.understudy.prediction.Outcome;
import dev.understudy.prediction.Output;
import dev.understudy.settings.ClipSize;
import dev.understudy.settings.LongClip;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes a character from a clip, or says why not. The bounds are the documentation's "Source video of the character
 * (2–4 seconds)"; what the real service answers outside them is not known.
 */
final class Casting {

    private static final System.Logger LOG = System.getLogger(Casting.class.getName());
    private static final Duration SHORTEST = Duration.ofSeconds(2);
    private static final Duration LONGEST = Duration.ofSeconds(4);
    private static final int SMALLEST_SIDE = 720;
    private static final int LARGEST_SIDE = 1080;

    private final Services services;

    Casting(Services services) {
        this.services = services;
    }

    /**
     * Reads the clip and decides. May block.
     *
     * @param notes receives what was assumed about the clip, and what is odd about it
     */
    Outcome cast(String video, Output.MadeCharacter character, List<String> notes) {
        try {
            ClipReading reading = services.clips().read(video, services.ownMedia());
            notes.addAll(reading.notes());
            List<String> problems = problems(reading.clip(), notes);
            return problems.isEmpty()
                    ? new Outcome.Completed(List.of(character))
                    : new Outcome.Failed(Failure.INVALID_PARAMETER, String.join("; ", problems));
        } catch (UnreadableMediaException e) {
            return new Outcome.Failed(
                    Failure.MEDIA_UNAVAILABLE, "Unable to access the provided media URL: " + e.getMessage());
        } catch (RuntimeException e) {
            // A job must end, whatever mistake the emulator makes over its clip.
            LOG.log(System.Logger.Level.ERROR, "a mistake of the emulator itself, over a clip", e);
            return new Outcome.Failed(
                    Failure.TASK_FAILED, "the emulator made a mistake over this clip; its log has the details");
        }
    }

    private List<String> problems(Clip clip, List<String> notes) {
        List<String> problems = new ArrayList<>();
        Duration length = clip.duration();
        boolean tooLong = length.compareTo(LONGEST) > 0;
        if (tooLong && services.settings().longClip() == LongClip.TRIM) {
            notes.add("clip of %s s counts as trimmed to its first 4 s".formatted(seconds(length)));
        } else if (tooLong || length.compareTo(SHORTEST) < 0) {
            problems.add("the video must be 2 to 4 seconds long, but it has %s s".formatted(seconds(length)));
        }
        oddSize(clip, services.settings().clipSize() == ClipSize.REJECT ? problems : notes);
        return problems;
    }

    private static void oddSize(Clip clip, List<String> remarks) {
        int side = Math.min(clip.width(), clip.height());
        if (side < SMALLEST_SIDE || side > LARGEST_SIDE) {
            remarks.add("the video should be 720p to 1080p, but it is %d×%d".formatted(clip.width(), clip.height()));
        }
    }

    private static String seconds(Duration length) {
        return BigDecimal.valueOf(length.toNanos(), 9).stripTrailingZeros().toPlainString();
    }
}
