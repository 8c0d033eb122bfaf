package dev.understudy.junit;

import static dev.understudy.junit.UnderstudyAssertions.assertKept;
import static dev.understudy.junit.UnderstudyAssertions.assertPollingHygiene;
import static dev.understudy.junit.UnderstudyAssertions.assertSpendBelow;
import static dev.understudy.junit.UnderstudyAssertions.assertStruck;
import static dev.understudy.junit.UnderstudyAssertions.assertSubmitted;
import static dev.understudy.junit.UnderstudyAssertions.assertThat;
import static dev.understudy.junit.UnderstudyAssertions.assertWebhooks;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.Api;
import dev.understudy.Faults;
import dev.understudy.SandboxHandle;
import dev.understudy.Understudy;
import dev.understudy.journal.hygiene.HygieneRule;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@UnderstudyTest
class AssertionsTest {

    private static final Map<String, String> BOAT = Map.of("prompt", "a boat");

    private Api api;

    @BeforeEach
    void caller(Understudy server, @ApiKey String key) {
        api = new Api(server, key);
    }

    @Test
    void whatWasSpent(SandboxHandle sandbox) {
        api.post(Api.TEXT_TO_VIDEO, BOAT);
        assertSpendBelow(sandbox, "0.41");
        assertThatThrownBy(() -> assertSpendBelow(sandbox, "0.4"))
                .isInstanceOf(AssertionError.class)
                .hasMessage("""
                        spent: expected less than 0.4 USD, found 0.4 USD
                          openai/sora-2/text-to-video: jobs 1, charged 0.4, refunded 0""");
    }

    @Test
    void howManyJobsWereAccepted(SandboxHandle sandbox) {
        assertSubmitted(sandbox, 0);
        api.post(Api.TEXT_TO_VIDEO, BOAT);
        api.post(Api.TEXT_TO_VIDEO, Map.of());
        assertSubmitted(sandbox, 1);
        assertThatThrownBy(() -> assertSubmitted(sandbox, 2))
                .hasMessageStartingWith("accepted jobs: expected 2, found 1\n  #1 ")
                .hasMessageContaining("text-to-video -> 200")
                .hasMessageContaining("text-to-video -> 400");
    }

    @Test
    void whichWebhooksCame(SandboxHandle sandbox, VirtualClock clock) {
        api.post(Api.TEXT_TO_VIDEO + "?webhook=http://localhost:1" + sandbox.inboxPath("mine"), BOAT);
        assertThatThrownBy(() -> assertWebhooks(sandbox, "mine", 1)).hasMessageContaining("(there is nothing)");
        clock.advance(Duration.ofMinutes(1));
        assertWebhooks(sandbox, "mine", 1);
        api.anonymous("POST", sandbox.inboxPath("mine"), BodyPublishers.ofString("{}"));
        assertThatThrownBy(() -> assertWebhooks(sandbox, "mine", 2))
                .hasMessageContaining("#1 12:0")
                .hasMessageContaining(" webhook-id ")
                .hasMessageNotContaining("null")
                .hasMessageContaining("signature good")
                .hasMessageContaining("signature bad");
    }

    @Test
    void whichFaultsStruck(SandboxHandle sandbox, Faults faults) {
        String rule = faults.on("submit").next(1, "rate-limited");
        api.post(Api.TEXT_TO_VIDEO, BOAT);
        assertStruck(sandbox, rule, 1);
        assertThatThrownBy(() -> assertStruck(sandbox, rule, 2))
                .hasMessageStartingWith("strikes of " + rule + ": expected 2, found 1\n")
                .hasMessageContaining("struck 1 of 1");
    }

    @Test
    void howPolitelyJobsWerePolled(SandboxHandle sandbox, VirtualClock clock) {
        String id = api.post(Api.TEXT_TO_VIDEO, BOAT).data().path("id").asText();
        assertPollingHygiene(sandbox);
        clock.advance(Duration.ofMinutes(5));
        for (int i = 0; i < 3; i++) {
            api.get("/api/v3/predictions/" + id + "/result");
            clock.advance(Duration.ofSeconds(5));
        }
        assertKept(sandbox, HygieneRule.POLL_GENTLY);
        assertThatThrownBy(() -> assertPollingHygiene(sandbox))
                .hasMessageStartingWith("bad manners\n  polls after the end, times 1")
                .hasMessageContaining("(entries [2, 4])");
        assertThatThrownBy(() -> assertThat(sandbox).kept()).hasMessageContaining("polls after the end");
    }

    @Test
    void assertionsCanBeChainedAndDescribed(SandboxHandle sandbox) {
        assertThat(sandbox)
                .hasSubmitted(0)
                .spentLessThan("0.01")
                .receivedWebhooks("mine", 0)
                .hasPollingHygiene()
                .kept();
        assertThatThrownBy(() -> assertThat(sandbox).as("before lunch").hasSubmitted(1))
                .hasMessage("[before lunch] accepted jobs: expected 1, found 0 (there is nothing)");
    }

    @Test
    void assertionsCanBeSoft(SandboxHandle sandbox) {
        SoftAssertions softly = new SoftAssertions();
        softly.proxy(SandboxAssert.class, SandboxHandle.class, sandbox)
                .hasSubmitted(1)
                .hasSubmitted(2);
        assertThat(softly.errorsCollected()).hasSize(2);
    }

    @Test
    void plainAssertionsNeedNoAssertJ() throws Exception {
        URL[] classPath = Stream.of(System.getProperty("java.class.path").split(java.io.File.pathSeparator))
                .filter(entry -> !entry.contains("assertj"))
                .map(AssertionsTest::url)
                .toArray(URL[]::new);
        try (URLClassLoader bare = new URLClassLoader(classPath, ClassLoader.getPlatformClassLoader())) {
            Class<?> poor = bare.loadClass(WithoutAssertJ.class.getName());
            assertThat(poor.getMethod("spend").invoke(null))
                    .isEqualTo("accepted jobs: expected 1, found 0 (there is nothing)");
        }
    }

    /** Runs where no class of AssertJ can be found. */
    public static final class WithoutAssertJ {
        public static String spend() {
            try (Understudy server = Understudy.builder().start()) {
                assertSpendBelow(server.sandbox("any"), "0.01");
                assertSubmitted(server.sandbox("any"), 1);
                return "it should have failed";
            } catch (AssertionError e) {
                return e.getMessage();
            }
        }
    }

    private static URL url(String entry) {
        try {
            return Path.of(entry).toUri().toURL();
        } catch (java.net.MalformedURLException e) {
            throw new IllegalArgumentException(entry, e);
        }
    }
}
