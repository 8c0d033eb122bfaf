package dev.understudy.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.understudy.Api;
import dev.understudy.Understudy;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EventType;

class FailureTest {

    @UnderstudyTest
    static class Cases {

        @Test
        void red(@ApiKey String key, Understudy server) {
            Api api = new Api(server, key);
            for (int i = 0; i < 50; i++) {
                api.get("/api/v3/predictions/none/result?secret=hush");
            }
            api.post(Api.TEXT_TO_VIDEO, Map.of("prompt", "a boat", "colour", "red"));
            throw new AssertionError("not what I wanted");
        }

        @Test
        void green() {}

        @Test
        void aborted() {
            assumeTrue(false);
        }
    }

    @UnderstudyTest
    static class LateCases {
        @Test
        void redAfterwards() {}

        @AfterEach
        void fail() {
            throw new IllegalStateException("cleaning up went wrong");
        }
    }

    private final EngineExecutionResults results = Kit.run(Map.of("understudy.seed", "77"), Cases.class);
    private final Throwable failure = Kit.failure(results, "red");

    @Test
    void aFailureTellsHowToRepeatIt() {
        assertThat(failure).hasMessage("not what I wanted");
        assertThat(account())
                .contains("-Dunderstudy.seed=77")
                .contains("2026-03-01T12:00:00Z")
                .contains("spent: 0.4");
    }

    @Test
    void aFailureShowsTheLastEntriesOfItsJournal() {
        assertThat(account())
                .contains("the last 40 of 51 entries")
                .contains("#51 12:00:00.000 POST /api/v3/openai/sora-2/text-to-video -> 200")
                .contains("colour")
                .doesNotContain("#11 ")
                .doesNotContain("hush");
    }

    @Test
    void noKeyIsShown() {
        assertThat(account()).doesNotContain("test-");
    }

    @Test
    void otherTestsSayNothing() {
        assertThat(entries())
                .singleElement()
                .satisfies(entry -> assertThat(entry)
                        .containsEntry("understudy.seed", "77")
                        .hasEntrySatisfying(
                                "understudy.journal",
                                journal -> assertThat(journal).contains("#51")));
    }

    @Test
    void aFailureAfterTheTestCountsToo() {
        Throwable late = Kit.failure(Kit.run(LateCases.class), "redAfterwards");
        assertThat(late.getSuppressed()).singleElement().asString().contains("-Dunderstudy.seed=1");
    }

    private String account() {
        assertThat(failure.getSuppressed()).hasSize(1);
        return failure.getSuppressed()[0].toString();
    }

    private List<Map<String, String>> entries() {
        return results.testEvents()
                .filter(event -> event.getType() == EventType.REPORTING_ENTRY_PUBLISHED)
                .map(event -> event.getRequiredPayload(ReportEntry.class).getKeyValuePairs())
                .toList();
    }
}
