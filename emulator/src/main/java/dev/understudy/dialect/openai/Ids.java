package dev.understudy.dialect.openai;

import dev.understudy.prediction.Output;
import dev.understudy.prediction.Prediction;
import dev.understudy.sandbox.Naming;
import dev.understudy.time.Draw;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Ids as they were seen: {@code video_} and hexadecimal digits, the first eight of them the time of creation, 13 to 16
 * {@code 8190} or {@code 8191}; {@code char_} and 32 digits with {@code 8191} in the same place. Most of the videos seen had
 * 48 digits, some 32. Here all have 32, since every id of a job has, so that a job can be asked for through any wire
 * format.
 */
final class Ids implements Naming {

    static final Ids NAMING = new Ids();

    private static final Pattern VIDEO = Pattern.compile("video_([0-9a-f]{32})");

    private Ids() {}

    /** The id of a job on the wire. */
    static String video(String job) {
        return "video_" + job;
    }

    /** The job that an id on the wire means. */
    static Optional<String> job(String video) {
        return Optional.of(VIDEO.matcher(video)).filter(Matcher::matches).map(match -> match.group(1));
    }

    @Override
    public String job(Draw draw, Instant now) {
        String time = "%08x".formatted(now.getEpochSecond() & 0xFFFF_FFFFL);
        String middle = draw.child("variant").unit() < 0.5 ? "8190" : "8191";
        String drawn = draw.hex32();
        return time + drawn.substring(8, 12) + middle + drawn.substring(16);
    }

    @Override
    public Output.MadeCharacter character(Draw draw, Prediction job) {
        String drawn = draw.hex32();
        String id = "char_" + drawn.substring(0, 12) + "8191" + drawn.substring(16);
        return Naming.character(id, (String) job.input().get("name"), job);
    }

    /** Whether a job makes a video, whichever wire format it came through: those that make characters take no prompt. */
    static boolean makesVideo(Prediction job) {
        return job.input().containsKey("prompt");
    }
}
