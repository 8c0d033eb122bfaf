package dev.understudy.media.source;

import dev.understudy.media.probe.Clip;
import dev.understudy.media.probe.Container;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the URL of a clip that is not fetched says about its length: {@code #t=0,3} (a media fragment),
 * {@code ?duration=3}, or a file name such as {@code walk-3s.mp4}. Without a hint the clip counts as a valid one of
 * three seconds, so that sample code with a made-up URL works offline.
 */
final class UrlHints {

    private static final String SECONDS = "(\\d{1,4}(?:\\.\\d{1,9})?)";
    private static final Pattern FRAGMENT = Pattern.compile("(?:^|&)t=(?:npt:)?(?:" + SECONDS + ")?," + SECONDS);
    private static final Pattern QUERY = Pattern.compile("(?:^|&)duration=" + SECONDS + "(?:s)?(?:&|$)");
    private static final Pattern NAME = Pattern.compile("(?:^|[-_/])" + SECONDS + "s\\.[A-Za-z0-9]{2,5}$");
    private static final Duration UNKNOWN = Duration.ofSeconds(3);

    private UrlHints() {}

    static ClipReading read(URI uri, String why) {
        Optional<Duration> hint = hint(uri);
        Duration length = hint.orElse(UNKNOWN);
        String from = hint.isPresent() ? "its URL says so" : "its URL gives no hint";
        String note = "clip not fetched (" + why + "); taken for one of " + seconds(length) + " s, since " + from;
        return new ClipReading(
                new Clip(Container.MP4, "assumed", length, 720, 1280, 30, true), List.of(note), hint.isPresent());
    }

    private static Optional<Duration> hint(URI uri) {
        return found(FRAGMENT, uri.getFragment())
                .map(UrlHints::between)
                .or(() -> found(QUERY, uri.getQuery()).map(query -> duration(new BigDecimal(query.group(1)))))
                .or(() -> found(NAME, uri.getPath()).map(name -> duration(new BigDecimal(name.group(1)))));
    }

    private static Optional<Matcher> found(Pattern pattern, String part) {
        return Optional.ofNullable(part).map(pattern::matcher).filter(Matcher::find);
    }

    private static Duration between(Matcher fragment) {
        BigDecimal from = fragment.group(1) == null ? BigDecimal.ZERO : new BigDecimal(fragment.group(1));
        return duration(new BigDecimal(fragment.group(2)).subtract(from).max(BigDecimal.ZERO));
    }

    private static Duration duration(BigDecimal seconds) {
        return Duration.ofNanos(seconds.movePointRight(9).longValueExact());
    }

    private static String seconds(Duration length) {
        return BigDecimal.valueOf(length.toNanos(), 9).stripTrailingZeros().toPlainString();
    }
}
