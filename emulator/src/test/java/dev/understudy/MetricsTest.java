package dev.understudy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.settings.AccountLevel;
import dev.understudy.settings.Setting;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MetricsTest {

    private static final String KEY = "metrics-key-0123456789";
    private static final Map<String, String> RAIN = Map.of("prompt", "Rain");

    private final Understudy understudy = Understudy.builder()
            .with(Setting.CLOCK, "frozen")
            .level(AccountLevel.BRONZE)
            .start();
    private final Api api = new Api(understudy, KEY);

    @AfterEach
    void close() {
        understudy.close();
    }

    @Test
    void everyAnswerIsCountedUnderItsOperationAndStatus() {
        String id = api.submit(Api.TEXT_TO_VIDEO, RAIN);
        api.get("/api/v3/predictions/" + id + "/result");
        api.get("/api/v3/predictions/" + id + "/result");
        api.get("/api/v3/predictions/" + "0".repeat(32) + "/result");
        api.anonymous("GET", "/api/v3/models", BodyPublishers.noBody());

        assertThat(value("requests_total{dialect=\"wavespeed\",operation=\"wavespeed.submit\",status=\"200\"}"))
                .isEqualTo(1);
        assertThat(value("requests_total{dialect=\"wavespeed\",operation=\"wavespeed.result\",status=\"200\"}"))
                .isEqualTo(2);
        assertThat(value("requests_total{dialect=\"wavespeed\",operation=\"wavespeed.result\",status=\"404\"}"))
                .isEqualTo(1);
        assertThat(value("requests_total{dialect=\"wavespeed\",operation=\"wavespeed.models\",status=\"401\"}"))
                .isEqualTo(1);
        assertThat(value("request_duration_seconds_count{dialect=\"wavespeed\",operation=\"wavespeed.result\"}"))
                .isEqualTo(3);
    }

    @Test
    void jobsAreCountedByHowTheyStandNow() {
        api.submit(Api.TEXT_TO_VIDEO, RAIN);
        new Api(understudy, "another-key-0123456789").submit(Api.TEXT_TO_VIDEO, RAIN);
        assertThat(value("jobs{state=\"queued\"}")).isEqualTo(2);

        api.sandbox().advance(Duration.ofMinutes(1));

        assertThat(value("jobs{state=\"queued\"}")).isEqualTo(1);
        assertThat(value("jobs{state=\"completed\"}")).isEqualTo(1);
        assertThat(value("sandboxes")).isEqualTo(2);
    }

    @Test
    void whatALimitRefusesIsToldApartFromWhatAFaultDoes() {
        api.submit(Api.TEXT_TO_VIDEO, RAIN);
        api.submit(Api.TEXT_TO_VIDEO, RAIN);
        api.post(Api.TEXT_TO_VIDEO, RAIN);
        api.sandbox().faults().on("submit").next(1, "rate-limited");
        api.post(Api.TEXT_TO_VIDEO, RAIN);

        assertThat(value("quota_refusals_total{limit=\"concurrency\"}")).isEqualTo(1);
        assertThat(value("faults_total{fault=\"rate-limited\",place=\"admission\"}"))
                .isEqualTo(1);
        assertThat(value("requests_total{dialect=\"wavespeed\",operation=\"wavespeed.submit\",status=\"429\"}"))
                .isEqualTo(2);
    }

    @Test
    void webhooksAreCountedByWhatCameOfThem() {
        String inbox = understudy.baseUrl() + api.sandbox().inboxPath("jobs");
        api.submit(Api.TEXT_TO_VIDEO + "?webhook=" + inbox, RAIN);
        api.submit(Api.TEXT_TO_VIDEO + "?webhook=http://127.0.0.1:1/closed", RAIN);

        api.sandbox().advance(Duration.ofSeconds(2));

        assertThat(value("webhook_attempts_total{outcome=\"accepted\"}")).isEqualTo(1);
        assertThat(value("webhook_attempts_total{outcome=\"failed\"}")).isEqualTo(1);
    }

    @Test
    void aScraperNeedsNoKeyAndGetsTheFormatItAsksForWithNoKeyInIt() {
        api.submit(Api.TEXT_TO_VIDEO, RAIN);

        Api.Answer plain = api.anonymous("GET", "/__understudy/metrics", BodyPublishers.noBody());
        Api.Answer open = api.anonymous(
                "GET", "/__understudy/metrics", BodyPublishers.noBody(), "Accept", "application/openmetrics-text");

        assertThat(plain.header("Content-Type")).startsWith("text/plain; version=0.0.4");
        assertThat(open.header("Content-Type")).startsWith("application/openmetrics-text");
        assertThat(open.text()).endsWith("# EOF\n");
        for (String text : List.of(plain.text(), open.text())) {
            assertThat(text).doesNotContain(KEY).contains("understudy_build");
        }
    }

    private double value(String line) {
        String text = api.anonymous("GET", "/__understudy/metrics", BodyPublishers.noBody())
                .text();
        Matcher found = Pattern.compile("(?m)^understudy_" + Pattern.quote(line) + " (\\S+)$")
                .matcher(text);
        assertThat(found.find()).as(line + " in\n" + text).isTrue();
        return Double.parseDouble(found.group(1));
    }
}
