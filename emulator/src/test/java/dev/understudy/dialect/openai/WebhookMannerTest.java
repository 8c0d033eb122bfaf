package dev.understudy.dialect.openai;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.HandmadeHmac;
import dev.understudy.Receiver;
import dev.understudy.fault.Fault;
import dev.understudy.webhook.Desk;
import dev.understudy.webhook.Endpoint;
import dev.understudy.webhook.Notice;
import dev.understudy.webhook.Received;
import dev.understudy.webhook.Seal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class WebhookMannerTest {

    private static final String BODY = "{\"id\":\"evt_1\",\"type\":\"video.failed\"}";

    private final Desk desk = new Desk();

    @AfterEach
    void stop() {
        desk.close();
    }

    /** The example of the reference implementation of Standard Webhooks. */
    @Test
    void theKeyIsTheDecodedSecret() {
        String body = "{\"test\": 2432232314}";
        Notice notice = new Notice("msg_p5jXN8AQM9LWM0D4loKWxJek", body.getBytes(StandardCharsets.UTF_8));

        assertThat(new WebhookManner()
                        .headers(notice, Instant.ofEpochSecond(1614265330), "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"))
                .containsEntry("webhook-signature", "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void anEventIsSignedAsAReceiverWorksItOutByItself() throws Exception {
        try (Receiver receiver = new Receiver()) {
            String secret = told("a", receiver.url("/hook?user=7"));

            desk.push(Duration.ofSeconds(1));

            Receiver.Got got = receiver.next();
            assertThat(got.target()).isEqualTo("/hook?user=7");
            assertThat(got.header("Content-Type")).isEqualTo("application/json");
            assertThat(got.header("webhook-id")).isEqualTo("evt_1");
            assertThat(got.header("webhook-timestamp")).isEqualTo(Long.toString(Desk.START.getEpochSecond() + 1));
            assertThat(got.body()).isEqualTo(BODY);
            assertThat(got.header("webhook-signature")).isEqualTo(signature(secret, got));
        }
    }

    @Test
    void itIsTriedAgainForSeventyTwoHoursAtLongerAndLongerIntervals() throws Exception {
        Integer[] failures = Collections.nCopies(50, 500).toArray(Integer[]::new);
        try (Receiver receiver = new Receiver(failures)) {
            String secret = told("a", receiver.url("/hook"));

            desk.push(Duration.ofDays(30));

            List<Receiver.Got> got = receiver.rest();
            List<Long> waits = new ArrayList<>();
            for (int i = 1; i < got.size(); i++) {
                waits.add(timestamp(got.get(i)) - timestamp(got.get(i - 1)));
            }
            assertThat(waits)
                    .containsExactly(
                            60L, 120L, 240L, 480L, 960L, 1_920L, 3_840L, 7_680L, 15_360L, 30_720L, 61_440L, 122_880L);
            long all = timestamp(got.get(12)) - timestamp(got.get(0));
            assertThat(all).isEqualTo(245_700).isLessThan(72 * 3_600);
            assertThat(got).allSatisfy(one -> {
                assertThat(one.header("webhook-id")).isEqualTo("evt_1");
                assertThat(one.header("webhook-signature")).isEqualTo(signature(secret, one));
            });
            assertThat(desk.notes("a")).hasSize(13).last().asString().endsWith("attempt 13 of 13: HTTP 500");
        }
    }

    @Test
    void faultsSpoilTheSignatureAndTheTime() {
        desk.fault("bad", new Fault.BadSignature());
        desk.fault("old", new Fault.OldTimestamp(Duration.ofMinutes(10)));
        for (String job : List.of("bad", "old", "sound")) {
            told(job, inbox());
        }

        desk.push(Duration.ofSeconds(1));

        List<Received> received = desk.webhooks().inbox().deliveries("in");
        assertThat(received).extracting(Received::signatureValid).containsExactly(false, true, true);
        assertThat(received.get(0).headers().get("webhook-signature")).matches("v1,[A-Za-z0-9+/]{43}=");
        assertThat(received)
                .extracting(one -> Long.parseLong(one.headers().get("webhook-timestamp")) - Desk.START.getEpochSecond())
                .containsExactly(1L, -599L, 1L);
    }

    @Test
    void anInboxKnowsWhatComesOverTheNetworkToo() {
        told("a", inbox());
        desk.push(Duration.ofSeconds(1));
        Received first = desk.webhooks().inbox().deliveries("in").get(0);

        byte[] body = BODY.getBytes(StandardCharsets.UTF_8);
        desk.webhooks().inbox().receive("again", "", first.headers(), body);
        desk.webhooks().inbox().receive("again", "", first.headers(), new byte[0]);

        assertThat(desk.webhooks().inbox().deliveries("again"))
                .extracting(Received::signatureValid)
                .containsExactly(true, false);
    }

    private String inbox() {
        return "http://host" + desk.webhooks().inbox().address("in").path();
    }

    private String told(String job, String url) {
        Endpoint endpoint = desk.webhooks()
                .endpoints()
                .add(URI.create(url), List.of("video.failed"))
                .orElseThrow();
        Notice notice = new Notice("evt_1", BODY.getBytes(StandardCharsets.UTF_8));
        desk.webhooks()
                .register(
                        desk.job(job),
                        endpoint.url(),
                        (ended, sandbox) -> Optional.of(notice).filter(one -> endpoint.wants("video.failed")),
                        Seal.of(new WebhookManner(), endpoint.secret()));
        return endpoint.secret();
    }

    private static long timestamp(Receiver.Got got) {
        return Long.parseLong(got.header("webhook-timestamp"));
    }

    private static String signature(String secret, Receiver.Got got) {
        byte[] key = Base64.getDecoder().decode(secret.substring("whsec_".length()));
        String signed = got.header("webhook-id") + "." + got.header("webhook-timestamp") + "." + got.body();
        return "v1," + Base64.getEncoder().encodeToString(HandmadeHmac.of(key, signed));
    }
}
