package dev.understudy.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The delivery is the sample of the provider's verification page. The signatures printed there do not belong to it;
 * these two are computed by the rule that the page states.
 */
class WebhookReceiverTest {
    private static final String SECRET = "whsec_e9EE3BdyXSxcB4ZyZUKjQUEoQX4sF9P1+eMpb/KluCM=";
    private static final String ID = "45b392b22c3b449fa935bd4dc";
    private static final String BODY = "{\"id\":\"45b392b22c3b449fa935bd4dc\",\"model\":\"wavespeed-ai/flux-dev\","
            + "\"outputs\":[\"https://d2p7pge43lyniu.cloudfront.net/output/18058184-5df8-4d05-9e1b-7ad84c8b963e-u1_"
            + "9bfd4537-e541-4ad0-a0f6-4812b11a37f1.jpeg\"],\"urls\":{\"get\":\"https://api.wavespeed.ai/api/v3/"
            + "predictions/45b392b22c3b449fa935bd4dc2219dfe/result\"},\"has_nsfw_contents\":[false],"
            + "\"status\":\"completed\",\"created_at\":\"2025-09-25T09:12:48.239112031Z\",\"error\":\"\","
            + "\"executionTime\":6710,\"timings\":{\"inference\":6710}}";
    private static final long SENT = 1758798328;
    private static final String SIGNATURE = "v3,7a32ef7ef2c0cc05dbf74c9456add530c638730d40b36ecbce282a4251feaba7";

    private static WebhookReceiver receiver(long now) {
        return new WebhookReceiver(SECRET, at(now));
    }

    private static ClientClock at(long now) {
        return new ClientClock() {
            @Override
            public Instant now() {
                return Instant.ofEpochSecond(now);
            }
        };
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource({
        "1758798328, 7a32ef7ef2c0cc05dbf74c9456add530c638730d40b36ecbce282a4251feaba7",
        "1758802746, f8b7bf9947e6c9eae9009baa626b1a91202e0103bce66fbcc516195b6a20c7d9"
    })
    void a_genuine_delivery_is_opened(long sent, String signature) {
        Prediction ended = receiver(sent + 2).open(ID, Long.toString(sent), "v3," + signature, bytes(BODY));

        assertThat(ended.id()).isEqualTo(ID);
        assertThat(ended.status()).isEqualTo(Status.COMPLETED);
        assertThat(ended.outputs()).hasSize(1);
        assertThat(ended.createdAt()).contains(Instant.parse("2025-09-25T09:12:48.239112031Z"));
    }

    @ParameterizedTest
    @CsvSource({"-301, false", "-300, true", "0, true", "300, true", "301, false", "4000, false"})
    void it_is_good_for_300_seconds_either_way(long later, boolean good) {
        WebhookReceiver receiver = receiver(SENT + later);

        if (good) {
            assertThat(receiver.open(ID, "" + SENT, SIGNATURE, bytes(BODY)).id())
                    .isEqualTo(ID);
        } else {
            assertThatThrownBy(() -> receiver.open(ID, "" + SENT, SIGNATURE, bytes(BODY)))
                    .isInstanceOf(WebhookException.class)
                    .hasMessage("Webhook refused: it is too old, or from the future");
        }
    }

    @Test
    void one_changed_byte_anywhere_is_found() {
        WebhookReceiver receiver = receiver(SENT);
        byte[] body = bytes(BODY);
        for (int i = 0; i < body.length; i++) {
            byte[] changed = body.clone();
            changed[i] ^= 1;
            assertThatThrownBy(() -> receiver.open(ID, "" + SENT, SIGNATURE, changed))
                    .hasMessage("Webhook refused: the signature is not the service's");
        }
        assertThatThrownBy(() -> receiver.open(ID + "0", "" + SENT, SIGNATURE, body))
                .isInstanceOf(WebhookException.class);
        assertThatThrownBy(() -> receiver.open(ID, "" + (SENT + 1), SIGNATURE, body))
                .isInstanceOf(WebhookException.class);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "v3,",
                "7a32ef7ef2c0cc05dbf74c9456add530c638730d40b36ecbce282a4251feaba7",
                "v1,7a32ef7ef2c0cc05dbf74c9456add530c638730d40b36ecbce282a4251feaba7",
                "v3,7a32ef7ef2c0cc05dbf74c9456add530c638730d40b36ecbce282a4251feaba",
                "v3,7a32ef7ef2c0cc05dbf74c9456add530c638730d40b36ecbce282a4251feaba70",
                "v3,00000000000000000000000000000000000000000000000000000000000000aé"
            })
    void any_other_signature_is_refused(String signature) {
        assertThatThrownBy(() -> receiver(SENT).open(ID, "" + SENT, signature, bytes(BODY)))
                .isInstanceOf(WebhookException.class);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "soon", "-1", "1e9", "9999999999999", "1758798328 "})
    void a_timestamp_that_makes_no_sense_is_refused(String timestamp) {
        assertThatThrownBy(() -> receiver(SENT).open(ID, timestamp, SIGNATURE, bytes(BODY)))
                .isInstanceOf(WebhookException.class)
                .hasMessageContaining("header");
    }

    @Test
    void another_secret_opens_nothing_and_is_not_shown() {
        WebhookReceiver other = new WebhookReceiver("whsec_anothersecret", at(SENT));

        assertThatThrownBy(() -> other.open(ID, "" + SENT, SIGNATURE, bytes(BODY)))
                .isInstanceOf(WebhookException.class)
                .hasMessageNotContaining("anothersecret");
        assertThat(other.toString()).doesNotContain("anothersecret");
        assertThatThrownBy(() -> new WebhookReceiver("whsec_")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_signed_body_that_is_not_json_is_refused() {
        assertThatThrownBy(() -> new WebhookReceiver("whsec_k", at(7))
                        .open(
                                "a",
                                "7",
                                "v3,a27069c987a9b05f0a5d78171f74531612bc60ab8275017f4ad600e92ee0a0e8",
                                bytes("{")))
                .isInstanceOf(WebhookException.class)
                .hasMessage("Webhook refused: the body is not a JSON object");
    }
}
