package dev.understudy.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.dialect.wavespeed.WaveSpeed;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InboxTest {

    private static final String OWN = "0123456789abcdef";

    private final Seals seals = new Seals();
    private final Seal seal = seals.use(Seal.of(WaveSpeed.WEBHOOKS, "whsec_any"));
    private final Inbox inbox = new Inbox(OWN, () -> Instant.EPOCH, seals);

    @Test
    void theOldestOfAThousandGoesFirst() {
        for (int i = 0; i <= Inbox.MOST; i++) {
            inbox.receive("a", "", Map.of(), new byte[0]);
        }

        assertThat(inbox.deliveries("a"))
                .hasSize(Inbox.MOST)
                .first()
                .satisfies(first -> assertThat(first.number()).isEqualTo(2));
    }

    @Test
    void sixteenFullBodiesAreKept() {
        for (int i = 0; i < 20; i++) {
            inbox.receive("a", "", Map.of(), new byte[Inbox.MOST_BYTES]);
        }
        assertThat(inbox.deliveries("a")).hasSize(16);

        inbox.empty("a");
        inbox.receive("a", "", Map.of(), new byte[Inbox.MOST_BYTES]);
        assertThat(inbox.deliveries("a")).hasSize(1);
    }

    @Test
    void oneInboxIsEmptiedAndTheOthersAreNot() {
        inbox.receive("a", "", Map.of(), new byte[0]);
        inbox.receive("b", "", Map.of(), new byte[0]);

        inbox.empty("a");

        assertThat(inbox.deliveries("a")).isEmpty();
        assertThat(inbox.deliveries("b")).hasSize(1);
    }

    @Test
    void aSignatureIsValidForItsOwnIdTimeAndBodyOnly() {
        byte[] body = "{}".getBytes(StandardCharsets.UTF_8);
        Delivery delivery = new Delivery(1, "job", inbox("n"), new Notice("id", body), seal, false);
        Message message = Message.of(delivery, Instant.ofEpochSecond(7));

        inbox.receive(message);
        inbox.receive("n", "", message.headers(), "{ }".getBytes(StandardCharsets.UTF_8));
        inbox.receive("n", "", Map.of(), body);

        assertThat(inbox.deliveries("n")).extracting(Received::signatureValid).containsExactly(true, false, false);
    }

    @Test
    void aBodyThatIsTooLargeIsRefusedAsAReceiverWould() {
        assertThat(inbox.receive(new Message(inbox("n"), Map.of(), new byte[Inbox.MOST_BYTES + 1], seal)))
                .isEqualTo(new Receipt.Answered(413, ""));
        assertThat(inbox.deliveries("n")).isEmpty();
    }

    @Test
    void onlyAddressesOfTheSameSandboxAreItsOwn() {
        assertThat(inbox.takes(inbox("n"))).isTrue();
        assertThat(inbox.takes(URI.create("https://elsewhere.test:1/__understudy/inbox/" + OWN + "/n?a=b")))
                .isTrue();
        assertThat(inbox.takes(URI.create("http://a.test/__understudy/inbox/fedcba9876543210/n")))
                .isFalse();
        assertThat(inbox.takes(URI.create("http://a.test/__understudy/inbox/" + OWN + "/n/m")))
                .isFalse();
        assertThat(inbox.takes(URI.create("http://a.test"))).isFalse();
        assertThat(inbox.takes(URI.create("mailto:joe"))).isFalse();
    }

    private URI inbox(String name) {
        return URI.create("http://a.test" + inbox.address(name).path());
    }
}
