package dev.understudy.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.time.Draw;
import org.junit.jupiter.api.Test;

class SecretsTest {

    // From the example on a provider's page on verifying webhooks.
    private static final String DOCUMENTED = "whsec_e9EE3BdyXSxcB4ZyZUKjQUEoQX4sF9P1+eMpb/KluCM=";

    @Test
    void aDrawnSecretLooksLikeTheDocumentedOneAndIsTheSameEveryTime() {
        String secret = Secrets.drawnFrom(new Draw(42));

        assertThat(secret).matches("whsec_[A-Za-z0-9+/]{43}=").hasSameSizeAs(DOCUMENTED);
        assertThat(Secrets.drawnFrom(new Draw(42))).isEqualTo(secret);
        assertThat(Secrets.drawnFrom(new Draw(43))).isNotEqualTo(secret);
    }
}
