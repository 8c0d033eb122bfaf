package dev.understudy.cli;

import dev.understudy.media.render.Reel;
import dev.understudy.media.render.Scene;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What can be asked of a clip, and what of it can be made. */
final class ClipOptions {

    static final Option SECONDS = Option.of("--seconds", "0.001-120", "Its length, to the millisecond; default 3.");
    static final Option SIZE =
            Option.of("--size", "WIDTHxHEIGHT", "Its pixels, each side even and 16 to 4096; default 720x1280.");
    static final Option FPS = Option.of("--fps", "1-60", "Frames a second; default 30.");
    static final Option AUDIO = Option.toggle("--audio", "With a silent audio track, the default.");
    static final Option NO_AUDIO = Option.toggle("--no-audio", "Without an audio track.");
    static final Option OUTPUT = Option.of(
                    "--output", Option.FILE, "Where to; .mov makes it QuickTime, - is standard output.")
            .alias("-o");
    static final Option[] ALL = {SECONDS, SIZE, FPS, AUDIO, NO_AUDIO, OUTPUT};

    private static final BigDecimal MOST_SECONDS = BigDecimal.valueOf(Reel.MAX_MILLISECONDS, 3);
    private static final Pattern NUMBER = Pattern.compile("\\d{1,4}(\\.\\d{1,9})?");
    private static final Pattern SIDES = Pattern.compile("(\\d{1,5})[x*](\\d{1,5})");

    private ClipOptions() {}

    /** @throws UsageException if there is no such file to be made; the message says what could be */
    static Scene scene(Arguments arguments) {
        if (arguments.has(AUDIO) && arguments.has(NO_AUDIO)) {
            throw new UsageException("--audio and --no-audio contradict each other");
        }
        int milliseconds = milliseconds(arguments.value(SECONDS).orElse("3"));
        int rate = rate(arguments.value(FPS).orElse("30"));
        Matcher sides = sides(arguments.value(SIZE).orElse("720x1280"));
        Reel reel = new Reel(milliseconds, rate, !arguments.has(NO_AUDIO));
        return scene(Integer.parseInt(sides.group(1)), Integer.parseInt(sides.group(2)), reel);
    }

    static String output(Arguments arguments) {
        return arguments
                .value(OUTPUT)
                .filter(file -> !file.isEmpty())
                .orElseThrow(() -> new UsageException("clip needs --output FILE (-o), or -o - for standard output"));
    }

    private static Scene scene(int width, int height, Reel reel) {
        String seconds =
                BigDecimal.valueOf(reel.milliseconds(), 3).stripTrailingZeros().toPlainString();
        String facts = "%s s, %s*%s, %s frames a second, %s"
                .formatted(seconds, width, height, reel.framesPerSecond(), reel.sound() ? "silent audio" : "no audio");
        try {
            return new Scene(width, height, reel, "clip", List.of(facts), Map.of("comment", facts));
        } catch (IllegalArgumentException e) {
            throw new UsageException("--size: " + e.getMessage());
        }
    }

    private static int milliseconds(String text) {
        BigDecimal seconds =
                NUMBER.matcher(text).matches() ? new BigDecimal(text).stripTrailingZeros() : BigDecimal.ZERO;
        if (seconds.signum() == 0 || seconds.scale() > 3 || seconds.compareTo(MOST_SECONDS) > 0) {
            throw new UsageException("--seconds: '%s' is not 0.001 to 120, in steps of 0.001".formatted(text));
        }
        return seconds.movePointRight(3).intValueExact();
    }

    private static int rate(String text) {
        int rate = text.matches("\\d{1,3}") ? Integer.parseInt(text) : 0;
        if (rate < 1 || rate > Reel.MAX_RATE) {
            throw new UsageException("--fps: '%s' is not a whole number from 1 to %s".formatted(text, Reel.MAX_RATE));
        }
        return rate;
    }

    private static Matcher sides(String text) {
        Matcher sides = SIDES.matcher(text);
        if (!sides.matches()) {
            throw new UsageException("--size: '%s' is not WIDTHxHEIGHT, such as 720x1280".formatted(text));
        }
        return sides;
    }
}
