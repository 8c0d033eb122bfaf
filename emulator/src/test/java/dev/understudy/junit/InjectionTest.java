package dev.understudy.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.Api;
import dev.understudy.SandboxHandle;
import dev.understudy.Understudy;
import java.net.URI;
import java.net.URL;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;

class InjectionTest {

    @UnderstudyTest
    static class AnnotatedCases {

        private final String keyOfConstructor;
        private String keyOfBeforeEach;

        AnnotatedCases(@ApiKey String key) {
            keyOfConstructor = key;
        }

        @BeforeAll
        static void theServerIsThereBeforeAnyTest(@BaseUrl URI baseUrl, Understudy server) {
            assertThat(baseUrl).isEqualTo(server.baseUrl());
        }

        @BeforeEach
        void remember(@ApiKey String key) {
            keyOfBeforeEach = key;
        }

        @Test
        void everythingAroundATestIsAboutOneSandbox(
                @BaseUrl URI baseUrl,
                @BaseUrl String baseUrlAsText,
                @ApiKey String key,
                Understudy server,
                SandboxHandle sandbox,
                VirtualClock clock) {
            new Api(server, key).post(Api.TEXT_TO_VIDEO, Map.of("prompt", "a boat"));
            assertThat(baseUrl).hasToString(baseUrlAsText).isEqualTo(server.baseUrl());
            assertThat(key).isEqualTo(keyOfConstructor).isEqualTo(keyOfBeforeEach);
            assertThat(sandbox.ledger().models())
                    .singleElement()
                    .satisfies(row -> assertThat(row.jobs()).isOne());
            assertThat(clock.instant()).isEqualTo(UnderstudyExtension.START);
            sandbox.advance(Duration.ofMinutes(2));
            assertThat(clock.instant()).isEqualTo(UnderstudyExtension.START.plusSeconds(120));
        }

        @AfterEach
        void stillTheSame(@ApiKey String key) {
            assertThat(key).isEqualTo(keyOfConstructor);
        }

        @Nested
        class Within {
            @Test
            void aNestedTestHasItsOwn(@ApiKey String key) {
                // The outer constructor and @BeforeEach ran for this very test.
                assertThat(key).isEqualTo(keyOfConstructor).isEqualTo(keyOfBeforeEach);
            }
        }
    }

    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    static class OneInstanceCases {

        @RegisterExtension
        final UnderstudyExtension understudy = UnderstudyExtension.builder().build();

        private String keyOfBeforeEach;

        @BeforeEach
        void remember(@ApiKey String key) {
            assertThat(key).isNotEqualTo(keyOfBeforeEach);
            keyOfBeforeEach = key;
        }

        @Test
        void first(@ApiKey String key) {
            assertThat(key).isEqualTo(keyOfBeforeEach);
        }

        @Test
        void second(@ApiKey String key) {
            assertThat(key).isEqualTo(keyOfBeforeEach);
        }
    }

    static class MethodCases {
        @Test
        @UnderstudyTest
        void oneTestAloneMayHaveIt(@BaseUrl URI baseUrl) {
            assertThat(baseUrl.getPort()).isPositive();
        }
    }

    static class NearestCases {

        @RegisterExtension
        static final UnderstudyExtension UNDERSTUDY =
                UnderstudyExtension.builder().seed(5).build();

        @Test
        void ofTheClass(Understudy server) {
            assertThat(server.seed()).isEqualTo(5);
        }

        @Test
        @UnderstudyTest("seed=6")
        void ofTheMethod(Understudy server) {
            assertThat(server.seed()).isEqualTo(6);
        }

        @Nested
        class Within {

            @RegisterExtension
            static final UnderstudyExtension OTHER =
                    UnderstudyExtension.builder().seed(7).build();

            Within(Understudy server) {
                assertThat(server.seed()).isEqualTo(7);
            }

            @Test
            void ofTheNestedClass(Understudy server) {
                assertThat(server.seed()).isEqualTo(7);
            }
        }

        @Nested
        @UnderstudyTest("seed=8")
        class Annotated {
            @Test
            void ofTheNestedClass(Understudy server) {
                assertThat(server.seed()).isEqualTo(8);
            }
        }
    }

    static class WrongCases {

        @Test
        @UnderstudyTest
        void urlIsNoUri(@BaseUrl URL baseUrl) {}

        @Test
        @UnderstudyTest("pase=fast")
        void misspelt() {}

        @Test
        @UnderstudyTest("fast")
        void noName() {}
    }

    @UnderstudyTest
    static class TooEarlyCases {
        @BeforeAll
        static void noTestYet(@ApiKey String key) {}

        @Test
        void unreached() {}
    }

    @Test
    void parametersOfAnnotatedTests() {
        Kit.pass(2, Map.of(), AnnotatedCases.class);
    }

    @Test
    void aFieldOfASharedInstance() {
        Kit.pass(2, Map.of(), OneInstanceCases.class);
    }

    @Test
    void oneAnnotatedMethod() {
        Kit.pass(1, Map.of(), MethodCases.class);
    }

    @Test
    void theNearestHolds() {
        Kit.pass(4, Map.of(), NearestCases.class);
    }

    @Test
    void mistakesAreExplained() {
        var results = Kit.run(WrongCases.class);
        assertThat(Kit.failure(results, "urlIsNoUri")).hasMessageContaining("@BaseUrl is a URI or a String, not a URL");
        assertThat(Kit.failure(results, "misspelt"))
                .hasMessageContaining("no setting 'pase'")
                .hasMessageContaining("pace");
        assertThat(Kit.failure(results, "noName")).hasMessageContaining("'fast' is not a setting such as");
    }

    @Test
    void aKeyBelongsToATest() {
        var failed = Kit.run(TooEarlyCases.class).containerEvents().failed().list();
        assertThat(failed).singleElement().asString().contains("an @ApiKey belongs to one test");
    }
}
