package dev.understudy.dialect.wavespeed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.webhook.Notice;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebhookMannerTest {

    // Secret, id and body of the example on the provider's page on verifying webhooks.
    private static final String SECRET = "whsec_e9EE3BdyXSxcB4ZyZUKjQUEoQX4sF9P1+eMpb/KluCM=";
    private static final String BODY =
            "{\"id\":\"45b392b22c3b449fa935bd4dc\",\"model\":\"wavespeed-ai/flux-dev\",\"outputs\":[\"https://d2p7pge43lyniu.cloudfront.net/output/18058184-5df8-4d05-9e1b-7ad84c8b963e-u1_9bfd4537-e541-4ad0-a0f6-4812b11a37f1.jpeg\"],\"urls\":{\"get\":\"https://api.wavespeed.ai/api/v3/predictions/45b392b22c3b449fa935bd4dc2219dfe/result\"},\"has_nsfw_contents\":[false],\"status\":\"completed\",\"created_at\":\"2025-09-25T09:12:48.239112031Z\",\"error\":\"\",\"executionTime\":6710,\"timings\":{\"inference\":6710}}";

    /** The signatures printed there do not follow from the rule printed there; these do. */
    @ParameterizedTest
    @CsvSource({
        "1758798328, 7a32ef7ef2c0cc05dbf74c9456add530c638730d40b36ecbce282a4251feaba7",
        "1758802746, f8b7bf9947e6c9eae9009baa626b1a91202e0103bce66fbcc516195b6a20c7d9"
    })
    void theDocumentedRuleGivesTheseSignatures(long timestamp, String hex) {
        Notice notice = new Notice("45b392b22c3b449fa935bd4dc", BODY.getBytes(StandardCharsets.UTF_8));

        assertThat(WaveSpeed.WEBHOOKS.headers(notice, Instant.ofEpochSecond(timestamp), SECRET))
                .containsEntry("webhook-signature", "v3," + hex);
    }
}
