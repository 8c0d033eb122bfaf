package dev.understudy.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.Api;
import dev.understudy.SandboxHandle;
import dev.understudy.Understudy;
import dev.understudy.settings.Pace;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SharingTest {

    private static final Map<String, String> PARALLEL = Map.of(
            "junit.jupiter.execution.parallel.enabled", "true",
            "junit.jupiter.execution.parallel.mode.default", "concurrent",
            "junit.jupiter.execution.parallel.config.strategy", "fixed",
            "junit.jupiter.execution.parallel.config.fixed.parallelism", "4");

    private static final Queue<Understudy> SERVERS = new ConcurrentLinkedQueue<>();
    private static final Queue<String> KEYS = new ConcurrentLinkedQueue<>();
    private static final Queue<String> JOBS = new ConcurrentLinkedQueue<>();
    private static CountDownLatch together;

    @BeforeEach
    void forget() {
        SERVERS.clear();
        KEYS.clear();
        JOBS.clear();
    }

    static class FieldCases {
        @RegisterExtension
        static final UnderstudyExtension UNDERSTUDY =
                UnderstudyExtension.builder().build();

        @Test
        void note(Understudy server) {
            SERVERS.add(server);
        }
    }

    @UnderstudyTest
    static class AnnotatedCases {
        @Test
        void note(Understudy server) {
            SERVERS.add(server);
        }
    }

    static class SlowCases {
        @RegisterExtension
        static final UnderstudyExtension UNDERSTUDY =
                UnderstudyExtension.builder().pace(Pace.REALISTIC).build();

        @Test
        void note(Understudy server) {
            SERVERS.add(server);
        }
    }

    @UnderstudyTest(ownServer = true)
    static class AloneCases {
        @Test
        void note(Understudy server) {
            SERVERS.add(server);
        }

        @Nested
        class Within {
            @Test
            void note(Understudy server) {
                SERVERS.add(server);
            }
        }
    }

    @UnderstudyTest(ownServer = true)
    static class AloneTooCases {
        @Test
        void note(Understudy server) {
            SERVERS.add(server);
        }
    }

    @UnderstudyTest
    static class ParallelCases {
        @RepeatedTest(4)
        void repeated(@ApiKey String key, Understudy server, SandboxHandle sandbox) throws Exception {
            submitAlone(key, server, sandbox);
        }

        @ParameterizedTest
        @ValueSource(ints = {1, 2, 3, 4})
        void parameterized(int number, @ApiKey String key, Understudy server, SandboxHandle sandbox) throws Exception {
            submitAlone(key, server, sandbox);
        }

        private static void submitAlone(String key, Understudy server, SandboxHandle sandbox) throws Exception {
            KEYS.add(key);
            JOBS.add(new Api(server, key)
                    .post(Api.TEXT_TO_VIDEO, Map.of("prompt", "a boat"))
                    .data()
                    .path("id")
                    .asText());
            together.countDown();
            // Only then is it certain that another test was at work in the same server.
            assertThat(together.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(sandbox.ledger().models())
                    .singleElement()
                    .satisfies(row -> assertThat(row.jobs()).isOne());
        }
    }

    @Test
    void classesWithEqualSettingsShareOneServer() {
        Kit.pass(3, Map.of(), FieldCases.class, AnnotatedCases.class, SlowCases.class);
        List<Understudy> servers = List.copyOf(SERVERS);
        assertThat(servers.get(1)).isSameAs(servers.get(0));
        assertThat(servers.get(2)).isNotSameAs(servers.get(0));
    }

    @Test
    void aClassCanHaveAServerToItselfAndItsNestedClasses() {
        Kit.pass(4, Map.of(), AnnotatedCases.class, AloneCases.class, AloneTooCases.class);
        List<Understudy> servers = List.copyOf(SERVERS);
        assertThat(servers.get(2)).isSameAs(servers.get(1));
        assertThat(Set.copyOf(servers)).hasSize(3);
    }

    @Test
    void theServerEndsWithTheRun() {
        Kit.pass(1, Map.of(), AnnotatedCases.class);
        assertThatThrownBy(() -> SERVERS.element().baseUrl()).hasMessageContaining("not started");
    }

    @Test
    void testsInParallelDoNotMeet() {
        together = new CountDownLatch(2);
        Kit.pass(8, PARALLEL, ParallelCases.class);
        assertThat(KEYS).hasSize(8).doesNotHaveDuplicates();
        assertThat(JOBS).hasSize(8).doesNotHaveDuplicates();
    }

    @Test
    void aRunRepeatsAndAnotherSeedIsAnotherRun() {
        together = new CountDownLatch(0);
        Kit.pass(8, Map.of(), ParallelCases.class);
        List<String> first = List.copyOf(JOBS);
        JOBS.clear();
        Kit.pass(8, PARALLEL, ParallelCases.class);
        assertThat(JOBS).containsExactlyInAnyOrderElementsOf(first);
        JOBS.clear();
        Kit.pass(8, Map.of("understudy.seed", "2"), ParallelCases.class);
        assertThat(JOBS).hasSize(8).doesNotContainAnyElementsOf(first);
    }
}
