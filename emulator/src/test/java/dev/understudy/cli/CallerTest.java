package dev.understudy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.Understudy;
import dev.understudy.settings.Setting;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class CallerTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "self-made"})
    void itWarmsAServerUpTheWayThatTheServerSpeaks(String certificate) throws IOException {
        try (Understudy understudy = Understudy.builder()
                        .with(Setting.TLS_CERTIFICATE, certificate)
                        .start();
                Caller caller = new Caller(understudy.baseUrl(), "somebody")) {
            Jobs.character(caller);
            Jobs.character(caller);

            assertThat(understudy.report().jobs()).isEqualTo(2);
        }
    }

    @Test
    void aWarmUpThroughTlsEnds() {
        WarmUp warmUp = new WarmUp(true);
        warmUp.run();

        assertThat(warmUp.isOver()).isTrue();
    }
}
