package dev.understudy.sandbox;

import dev.understudy.media.image.Image;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Size and length of the video that an input asks for. Where a model has no input for the size, its resolution gives
 * the shorter side (720 without one), and the shape is 16:9 upright, or lying down if the image is; no source says what
 * the real service does there.
 *
 * @param exact whether it can be painted as it was asked for
 */
record Framing(int width, int height, int seconds, boolean exact) {

    private static final Pattern SIZE = Pattern.compile("(\\d{1,6})[*xX×](\\d{1,6})");
    private static final Pattern RESOLUTION = Pattern.compile("(\\d{1,6})[pP]");
    private static final Pattern RATIO = Pattern.compile("([1-9]\\d{0,3}):([1-9]\\d{0,3})");
    private static final Pattern SECONDS = Pattern.compile("\\d{1,6}(\\.\\d{1,9})?");

    private static final double WIDE = 16.0 / 9;
    private static final int USUAL_SIDE = 720;
    private static final BigDecimal USUAL_SECONDS = BigDecimal.valueOf(4);
    private static final int SMALLEST_SIDE = 16;
    private static final int LARGEST_SIDE = 4096;
    private static final int LONGEST = 120;

    // Of the whole video, where what is made is a part of it.
    private static final String LENGTH = "length";

    static Framing of(Map<String, Object> input, Optional<Image> image) {
        Matcher size = match(SIZE, input.get("size"));
        if (size.matches()) {
            return paintable(Integer.parseInt(size.group(1)), Integer.parseInt(size.group(2)), seconds(input));
        }
        Matcher resolution = match(RESOLUTION, input.get("resolution"));
        int shorter = resolution.matches() ? Integer.parseInt(resolution.group(1)) : USUAL_SIDE;
        double ratio = ratio(input, image);
        int longer = 2 * (int) Math.round(shorter * Math.max(ratio, 1 / ratio) / 2);
        return ratio > 1 ? paintable(longer, shorter, seconds(input)) : paintable(shorter, longer, seconds(input));
    }

    private static double ratio(Map<String, Object> input, Optional<Image> image) {
        Matcher ratio = match(RATIO, input.get("aspect_ratio"));
        if (ratio.matches()) {
            return Double.parseDouble(ratio.group(1)) / Double.parseDouble(ratio.group(2));
        }
        return image.map(Image::isLandscape).orElse(false) ? WIDE : 1 / WIDE;
    }

    private static BigDecimal seconds(Map<String, Object> input) {
        Object length = input.getOrDefault(LENGTH, input.get("duration"));
        Matcher seconds = match(SECONDS, length);
        return seconds.matches() ? new BigDecimal(seconds.group()) : USUAL_SECONDS;
    }

    private static Framing paintable(int width, int height, BigDecimal seconds) {
        int wholeSeconds =
                Math.min(Math.max(1, seconds.setScale(0, RoundingMode.CEILING).intValue()), LONGEST);
        boolean exact = side(width) == width
                && side(height) == height
                && seconds.compareTo(BigDecimal.valueOf(wholeSeconds)) == 0;
        return new Framing(side(width), side(height), wholeSeconds, exact);
    }

    private static int side(int asked) {
        return Math.min(Math.max(SMALLEST_SIDE, asked), LARGEST_SIDE) / 2 * 2;
    }

    private static Matcher match(Pattern pattern, Object value) {
        return pattern.matcher(String.valueOf(value));
    }
}
