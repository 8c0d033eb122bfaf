package dev.understudy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.platform.testkit.engine.EngineTestKit;

class SeedReportTest {

    /** Run by the test below only. */
    static class Failing {
        @Test
        void onPurpose() {
            try (Understudy understudy = Understudy.builder().seed(4711).start()) {
                assertThat(new Api(understudy, "any").get("/api/v3/balance").status())
                        .isZero();
            }
        }
    }

    @Test
    void aTestThatFailsTellsTheSeedsOfItsServers() {
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        PrintStream before = System.err;
        System.setErr(new PrintStream(told, true, StandardCharsets.UTF_8));
        try {
            EngineTestKit.engine("junit-jupiter")
                    .configurationParameter("junit.jupiter.extensions.autodetection.enabled", "true")
                    .selectors(selectClass(Failing.class))
                    .execute()
                    .testEvents()
                    .assertStatistics(events -> events.failed(1));
        } finally {
            System.setErr(before);
        }
        assertThat(told.toString(StandardCharsets.UTF_8))
                .contains("onPurpose() failed; servers of this class ran with")
                .contains("seed=4711: replay with Understudy.builder().seed(4711)");
    }
}
