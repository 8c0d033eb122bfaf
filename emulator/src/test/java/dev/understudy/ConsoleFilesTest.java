package dev.understudy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.settings.Setting;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConsoleFilesTest {

    private static final String PAGE = "/__understudy/";
    // At the beginning of a statement: the page also writes imports, as examples.
    private static final Pattern IMPORT = Pattern.compile("(?m)(?:^|;)import\\b[^'\";]*['\"]([^'\"]+)['\"]");
    private static final Pattern LINK = Pattern.compile("(?:src|href)=\"([^\"]+)\"");

    private static Understudy understudy;
    private static Api api;

    @BeforeAll
    static void start() {
        understudy = Understudy.builder().with(Setting.CONTROL_TOKEN, "s3cret").start();
        api = new Api(understudy, "any");
    }

    @AfterAll
    static void stop() {
        understudy.close();
    }

    private static Api.Answer get(String path, String... headers) {
        return api.anonymous("GET", path, BodyPublishers.noBody(), headers);
    }

    @Test
    void thePageIsOpenToEverybodyAndLetsNothingInFromElsewhere() {
        Api.Answer page = get(PAGE);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Content-Type")).isEqualTo("text/html; charset=utf-8");
        assertThat(page.header("Content-Security-Policy"))
                .startsWith("default-src 'none'; script-src 'self';")
                .contains("require-trusted-types-for 'script'")
                .doesNotContain("unsafe", "http:", "https:", "*");
        assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(page.header("Cache-Control")).isEqualTo("no-cache");
    }

    @Test
    void withoutItsSlashThePageIsFoundToo() {
        Api.Answer answer = get("/__understudy");

        assertThat(answer.status()).isEqualTo(308);
        assertThat(answer.header("Location")).isEqualTo(PAGE);
    }

    @Test
    void whoHasThePageIsNotSentItAgain() {
        String tag = get(PAGE).header("ETag");

        Api.Answer again = get(PAGE, "If-None-Match", tag);

        assertThat(tag).matches("\"[0-9a-f]{16}\"");
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.bytes()).isEmpty();
        assertThat(again.header("ETag")).isEqualTo(tag);
        assertThat(get(PAGE, "If-None-Match", "\"other\"").status()).isEqualTo(200);
    }

    @Test
    void everyFileThatThePageNamesIsServed() {
        for (String link : found(LINK, get(PAGE).text())) {
            assertThat(served(PAGE, link).bytes()).as(link).isNotEmpty();
        }
    }

    @Test
    void scriptsImportFilesThatAreServedAndNothingElse() {
        List<String> scripts = found(LINK, get(PAGE).text()).stream()
                .filter(link -> link.endsWith(".js"))
                .toList();
        Set<String> seen = new TreeSet<>();
        scripts.forEach(script -> follow(PAGE + script, seen));

        assertThat(seen).contains(PAGE + "console/lib/lit-html.js").hasSizeGreaterThan(25);
    }

    private static void follow(String path, Set<String> seen) {
        if (seen.add(path)) {
            Api.Answer script = served(path, "");
            assertThat(script.header("Content-Type")).isEqualTo("text/javascript; charset=utf-8");
            for (String name : found(IMPORT, script.text())) {
                assertThat(name).as("an import of " + path).startsWith(".");
                follow(URI.create(path).resolve(name).getPath(), seen);
            }
        }
    }

    private static Api.Answer served(String base, String link) {
        Api.Answer answer =
                get(URI.create(base).resolve(link.isEmpty() ? base : link).getPath());
        assertThat(answer.status()).as(base + " " + link).isEqualTo(200);
        return answer;
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult result) -> result.group(1))
                .filter(link -> !link.startsWith("data:"))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nothing.js",
                "../Control.class",
                "..%2fopenapi%2fcontrol.json",
                "lib/../index.html",
                "lib/LICENSE",
                "%2e%2e/openapi/control.json",
                "/etc/passwd"
            })
    void whatIsNoFileOfTheConsoleIsNotServed(String name) {
        assertThat(get(PAGE + "console/" + name).status()).isIn(400, 404);
    }
}
