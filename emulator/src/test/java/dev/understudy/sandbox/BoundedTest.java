package dev.understudy.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

class BoundedTest {

    private static InputStream of(int bytes) {
        return new Bounded(new ByteArrayInputStream(new byte[bytes]), 10);
    }

    @Test
    void asMuchAsMayBeComesThrough() throws IOException {
        assertThat(of(10).readAllBytes()).hasSize(10);
        assertThat(of(0).read()).isEqualTo(-1);
    }

    @Test
    void oneByteMoreIsRefusedHoweverItIsRead() {
        assertThatThrownBy(() -> of(11).readAllBytes())
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo(Refused.Reason.TOO_LARGE))
                .hasMessageContaining("10 bytes");
        assertThatThrownBy(() -> {
                    try (InputStream one = of(11)) {
                        while (one.read() >= 0) {
                            // On to the next.
                        }
                    }
                })
                .isInstanceOf(Refused.class);
    }
}
