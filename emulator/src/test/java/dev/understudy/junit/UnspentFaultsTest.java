package dev.understudy.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import dev.understudy.Api;
import dev.understudy.Faults;
import dev.understudy.Understudy;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.platform.testkit.engine.EngineExecutionResults;

class UnspentFaultsTest {

    private static final Map<String, String> BOAT = Map.of("prompt", "a boat");

    static class Cases {

        @RegisterExtension
        static final UnderstudyExtension UNDERSTUDY =
                UnderstudyExtension.builder().build();

        @Test
        void hit(Faults faults, @ApiKey String key, Understudy server) {
            faults.on("submit").next(1, "rate-limited");
            assertThat(new Api(server, key).post(Api.TEXT_TO_VIDEO, BOAT).status())
                    .isEqualTo(429);
        }

        @Test
        void hitOnceOfTwice(Faults faults, @ApiKey String key, Understudy server) {
            faults.on("submit").next(2, "rate-limited");
            new Api(server, key).post(Api.TEXT_TO_VIDEO, BOAT);
        }

        @Test
        void missed(Faults faults, @ApiKey String key, Understudy server) {
            faults.model("openai/sora-2-pro/*").next(1, "stuck");
            Api api = new Api(server, key);
            api.post(Api.TEXT_TO_VIDEO, BOAT);
            api.get("/api/v3/predictions/none/result");
            api.get("/api/v3/predictions/none/result");
        }

        @Test
        void missedAndFailed(Faults faults) {
            faults.next(1, "stuck");
            fail("for another reason");
        }

        @Test
        @UnderstudyTest(allowUnspentFaults = true)
        void missedAndAllowedByAnnotation(Faults faults) {
            faults.next(1, "stuck");
        }
    }

    static class AllowingCases {

        @RegisterExtension
        static final UnderstudyExtension UNDERSTUDY =
                UnderstudyExtension.builder().allowUnspentFaults().build();

        @Test
        void missedAndAllowedByField(Faults faults) {
            faults.next(1, "stuck");
        }
    }

    private final EngineExecutionResults results = Kit.run(Cases.class);

    @Test
    void aTestWhoseFaultsWereAllHitPasses() {
        assertThat(results.testEvents().succeeded().stream()
                        .map(event -> event.getTestDescriptor().getDisplayName()))
                .anyMatch(name -> name.startsWith("hit("));
    }

    @Test
    void aTestWhoseFaultWasNeverHitFailsAndSaysWhatCameNear() {
        Throwable failure = Kit.failure(results, "missed");
        assertThat(failure)
                .hasMessageContaining("stuck")
                .hasMessageContaining("struck 0 of 0")
                .hasMessageContaining("wavespeed.submit /api/v3/openai/sora-2/text-to-video, times 1")
                .hasMessageContaining("wavespeed.result, times 2");
        assertThat(failure.getSuppressed()).singleElement().asString().contains("-Dunderstudy.seed=1");
    }

    @Test
    void aFaultHitTooRarelyFailsTheTest() {
        assertThat(Kit.failure(results, "hitOnceOfTwice")).hasMessageContaining("struck 1 of 1");
    }

    @Test
    void aTestThatFailsForAnotherReasonKeepsIt() {
        assertThat(Kit.failure(results, "missedAndFailed")).hasMessage("for another reason");
    }

    @Test
    void theCheckCanBeTurnedOff() {
        assertThat(results.testEvents().failed().count()).isEqualTo(3);
        Kit.pass(1, Map.of(), AllowingCases.class);
    }
}
