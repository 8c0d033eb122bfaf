package dev.understudy.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.Api;
import dev.understudy.Understudy;
import java.text.SimpleDateFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;

class HttpDateTest {

    private static final String FORM = "EEE, dd MMM yyyy HH:mm:ss zzz";

    @Test
    void datesAreWrittenAsThePlatformWritesThem() {
        SimpleDateFormat platform = new SimpleDateFormat(FORM, Locale.US);
        platform.setTimeZone(TimeZone.getTimeZone("GMT"));
        new Random(1)
                .longs(10_000, 0, Instant.parse("9999-12-31T23:59:59Z").getEpochSecond())
                .forEach(second -> {
                    Instant time = Instant.ofEpochSecond(second, 999_999_999);
                    assertThat(HttpDate.of(time)).isEqualTo(platform.format(Date.from(time)));
                });
    }

    @Test
    void everyAnswerSaysWhenItWasMadeWhateverTheSandboxsClockShows() {
        try (Understudy understudy = Understudy.builder().start()) {
            Api api = new Api(understudy, "key");
            api.sandbox().advance(Duration.ofDays(400));
            for (String path : List.of("/api/v3/balance", "/api/v3/predictions/unknown/result", "/__understudy/")) {
                ZonedDateTime date =
                        ZonedDateTime.parse(api.get(path).header("Date"), DateTimeFormatter.RFC_1123_DATE_TIME);
                assertThat(date.toInstant()).isBetween(Instant.now().minusSeconds(60), Instant.now());
            }
        }
    }
}
