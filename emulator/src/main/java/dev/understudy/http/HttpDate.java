package dev.understudy.http;

import dev.understudy.time.Wall;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * Dates as they stand in headers (RFC 9110, 5.6.7), such as {@code Sat, 21 Nov 2026 20:31:38 GMT}. Undertow writes them
 * by {@link java.text.SimpleDateFormat}, which makes a start longer and keeps a thousand locales in memory; the
 * {@code RFC_1123_DATE_TIME} of java.time has days of one digit.
 */
final class HttpDate {

    private static final String[] DAYS = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
    private static final String[] MONTHS = {
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"
    };

    private static final Wall WALL = new Wall();
    private static volatile Written latest = of(0);

    private record Written(long second, String text) {}

    private HttpDate() {}

    /** The time that it really is: an answer's date is that of the server, however a sandbox's clock stands. */
    static String now() {
        long second = WALL.instant().getEpochSecond();
        Written written = latest;
        if (written.second() != second) {
            written = of(second);
            latest = written;
        }
        return written.text();
    }

    /** @param time of the years 0 to 9999 */
    static String of(Instant time) {
        return of(time.getEpochSecond()).text();
    }

    private static Written of(long second) {
        LocalDateTime time = LocalDateTime.ofEpochSecond(second, 0, ZoneOffset.UTC);
        StringBuilder text = new StringBuilder(29);
        text.append(DAYS[time.getDayOfWeek().ordinal()]).append(", ");
        digits(text, time.getDayOfMonth()).append(' ');
        text.append(MONTHS[time.getMonthValue() - 1]).append(' ');
        digits(text, time.getYear() / 100);
        digits(text, time.getYear() % 100).append(' ');
        digits(text, time.getHour()).append(':');
        digits(text, time.getMinute()).append(':');
        digits(text, time.getSecond()).append(" GMT");
        return new Written(second, text.toString());
    }

    private static StringBuilder digits(StringBuilder text, int twoDigits) {
        return text.append((char) ('0' + twoDigits / 10)).append((char) ('0' + twoDigits % 10));
    }
}
