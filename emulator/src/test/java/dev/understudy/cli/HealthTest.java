package dev.understudy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.Understudy;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class HealthTest {

    @Test
    void whatAServerWasCalledWithStandsBehindItsJarOrItsFileOfOptions() {
        assertThat(Health.behindTheJar(List.of("-Xmx64m", "-jar", "understudy.jar", "serve", "--port", "9")))
                .containsExactly("serve", "--port", "9");
        assertThat(Health.behindTheJar(List.of("--", "java", "@/opt/understudy/understudy.options", "--port", "9")))
                .containsExactly("--port", "9");
        assertThat(Health.behindTheJar(List.of("-jar", "understudy.jar"))).isEmpty();
        assertThat(Health.behindTheJar(List.of("postgres"))).isEmpty();
    }

    @Test
    void aProcessThatCannotBeSeenLeavesThePortThatIsConfigured() throws Exception {
        try (Understudy understudy = Understudy.builder().start()) {
            String port = Integer.toString(understudy.baseUrl().getPort());
            Program.Ended health =
                    Program.with("health", "--pid", "999999999", "--port", port).run();
            assertThat(health.output()).isEqualTo("ready" + System.lineSeparator());
            assertThat(health.code()).isZero();
        }
    }

    @Test
    void aPortThatIsDrawnCannotBeKnown() throws Exception {
        Program.Ended health = Program.with("health", "--port", "0").run();
        assertThat(health.code()).isEqualTo(64);
        assertThat(health.errors()).contains("name it with --port");
    }
}
