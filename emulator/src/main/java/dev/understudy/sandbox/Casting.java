package dev.understudy.sandbox;

import dev.understudy.catalog.ClipRules;
import dev.understudy.media.probe.Clip;
import dev.understudy.media.source.ClipReading;
import dev.understudy.media.source.Reference;
import dev.understudy.media.source.UnreadableMediaException;
import dev.understudy.prediction.Failure;
import dev.understudy.prediction.Outcome;
import dev.understudy.settings.ClipSize;
import dev.understudy.settings.LongClip;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Says why no character can be made from a clip. What the real services answer outside the bounds that they document is
 * not known.
 */
final class Casting {

    private static final System.Logger LOG = System.getLogger(Casting.class.getName());
    private static final Pattern EXCERPT = Pattern.compile("(\\d{1,6}(?:\\.\\d{1,9})?),(\\d{1,6}(?:\\.\\d{1,9})?)");
    private static final int SMALLEST_SIDE = 720;
    private static final int LARGEST_SIDE = 1080;

    private final Services services;
    private final boolean trims;
    private final boolean rejects;

    Casting(Services services) {
        this.services = services;
        this.trims = services.settings().longClip() == LongClip.TRIM;
        this.rejects = services.settings().clipSize() == ClipSize.REJECT;
    }

    /** Whether reading the clip may take a while. */
    boolean mayBlock(Reference video) {
        return services.clips().mayBlock(video, services.ownMedia());
    }

    /**
     * Reads the clip and says why no character can be made of it; empty if one can. May block.
     *
     * @param input of the job
     * @param notes receives what was assumed about the clip, and what is odd about it
     */
    Optional<Outcome.Failed> problem(Reference video, ClipRules rules, Map<String, Object> input, List<String> notes) {
        try {
            ClipReading reading = services.clips().read(video, services.ownMedia());
            notes.addAll(reading.notes());
            List<String> problems = problems(reading.clip(), rules, notes);
            return problems.isEmpty()
                    ? rules.excerpt().flatMap(name -> excerpt(name, input.get(name), reading))
                    : failed(Failure.UNSUITABLE_MEDIA, String.join("; ", problems));
        } catch (UnreadableMediaException e) {
            return failed(Failure.MEDIA_UNAVAILABLE, "Unable to access the provided media URL: " + e.getMessage());
        } catch (RuntimeException e) {
            // A job must end, whatever mistake the emulator makes over its clip.
            LOG.log(System.Logger.Level.ERROR, "a mistake of the emulator itself, over a clip", e);
            return failed(Failure.TASK_FAILED, "the emulator made a mistake over this clip; its log has the details");
        }
    }

    // The part to use must lie within the clip.
    private static Optional<Outcome.Failed> excerpt(String name, Object sent, ClipReading reading) {
        if (sent == null) {
            return Optional.empty();
        }
        Matcher part = EXCERPT.matcher(String.valueOf(sent));
        if (!part.matches()) {
            return failed(Failure.INVALID_PARAMETER, name + " must be \"start,end\" in seconds");
        }
        BigDecimal start = new BigDecimal(part.group(1));
        BigDecimal end = new BigDecimal(part.group(2));
        Duration length = reading.clip().duration();
        if (start.compareTo(end) >= 0) {
            return failed(Failure.INVALID_PARAMETER, name + " must end after they start");
        }
        return !reading.lengthKnown() || end.compareTo(BigDecimal.valueOf(length.toNanos(), 9)) <= 0
                ? Optional.empty()
                : failed(
                        Failure.INVALID_PARAMETER,
                        "%s end at %s s, but the video has %s s".formatted(name, end.toPlainString(), seconds(length)));
    }

    private static Optional<Outcome.Failed> failed(Failure failure, String error) {
        return Optional.of(new Outcome.Failed(failure, error));
    }

    private List<String> problems(Clip clip, ClipRules rules, List<String> notes) {
        List<String> problems = new ArrayList<>();
        Duration length = clip.duration();
        boolean tooLong = length.compareTo(rules.longest()) > 0;
        if (tooLong && rules.trims().orElse(trims)) {
            notes.add("clip of %s s counts as trimmed to its first %s s"
                    .formatted(seconds(length), seconds(rules.longest())));
        } else if (tooLong || length.compareTo(rules.shortest()) < 0) {
            problems.add("the video must be %s to %s seconds long, but it has %s s"
                    .formatted(seconds(rules.shortest()), seconds(rules.longest()), seconds(length)));
        }
        oddSize(clip, SMALLEST_SIDE, Integer.MAX_VALUE, rejects ? problems : notes);
        oddSize(clip, 0, LARGEST_SIDE, rules.rejectsLarger().orElse(rejects) ? problems : notes);
        return problems;
    }

    private static void oddSize(Clip clip, int smallest, int largest, List<String> remarks) {
        int side = Math.min(clip.width(), clip.height());
        if (side < smallest || side > largest) {
            remarks.add("the video should be 720p to 1080p, but it is %s×%s".formatted(clip.width(), clip.height()));
        }
    }

    private static String seconds(Duration length) {
        return BigDecimal.valueOf(length.toNanos(), 9).stripTrailingZeros().toPlainString();
    }
}
