package dev.understudy.dialect.wavespeed;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;

/** Times as Go's RFC3339Nano writes them: UTC, and no zero at the end of a fraction ({@code …36.92Z}). */
final class Timestamps {

    private static final DateTimeFormatter RFC3339_NANO = new DateTimeFormatterBuilder()
            .appendPattern("uuuu-MM-dd'T'HH:mm:ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .appendLiteral('Z')
            .toFormatter()
            .withZone(ZoneOffset.UTC);

    private Timestamps() {}

    static String nanoseconds(Instant time) {
        return RFC3339_NANO.format(time);
    }

    static String milliseconds(Instant time) {
        return RFC3339_NANO.format(time.truncatedTo(ChronoUnit.MILLIS));
    }
}
