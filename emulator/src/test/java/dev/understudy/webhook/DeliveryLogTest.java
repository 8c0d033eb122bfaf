package dev.understudy.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.understudy.dialect.wavespeed.WaveSpeed;
import dev.understudy.fault.Fault;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class DeliveryLogTest {

    private static final Instant AT = Desk.START.plusSeconds(1);
    private static final Seal SEAL = Seal.of(WaveSpeed.WEBHOOKS, "whsec_any");

    private final DeliveryLog log = new DeliveryLog();
    private final Desk desk = new Desk();

    @AfterEach
    void stop() {
        desk.close();
    }

    @Test
    void itHasTheRequestAndEveryAnswer() throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        byte[] answer = ("no".repeat(499) + "-ä and more").getBytes(StandardCharsets.UTF_8);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(503, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
        String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/hook?token=7";
        told("a", url);
        desk.push(Duration.ofSeconds(1));
        server.stop(0);
        desk.push(Duration.ofSeconds(5));

        LoggedDelivery logged = desk.webhooks().log().of("a").get(0);

        assertThat(logged.receiver()).isEqualTo(URI.create(url));
        assertThat(logged.body()).isEqualTo("{\"job\":\"a\"}");
        assertThat(logged.createdAt()).isEqualTo(AT);
        assertThat(logged.headers().keySet())
                .containsExactly("content-type", "webhook-id", "webhook-timestamp", "webhook-signature");
        String second = Long.toString(AT.getEpochSecond() + 5);
        assertThat(logged.headers()).containsEntry("webhook-timestamp", second);
        assertThat(logged.attempts())
                .containsExactly(
                        new LoggedAttempt(
                                AT,
                                LoggedAttempt.Status.FAILED,
                                Optional.of(503),
                                "no".repeat(499) + "-",
                                Optional.empty()),
                        new LoggedAttempt(
                                AT.plusSeconds(5),
                                LoggedAttempt.Status.FAILED,
                                Optional.empty(),
                                "",
                                Optional.of("ConnectException")));
        assertThat(logged.toString()).doesNotContain("token=7").doesNotContain("v3,");
    }

    @Test
    void whatIsUnderWayIsPending() {
        Delivery delivery = begun("a", "{}");
        int first = log.sent(delivery, Map.of(), AT);
        int copy = log.sent(delivery, Map.of(), AT);
        assertThat(statuses("a")).containsExactly(LoggedAttempt.Status.PENDING, LoggedAttempt.Status.PENDING);

        log.over(delivery, copy, new Receipt.Answered(500, "no"));
        log.over(delivery, first, new Receipt.Answered(204, ""));

        assertThat(statuses("a")).containsExactly(LoggedAttempt.Status.SUCCESS, LoggedAttempt.Status.FAILED);
    }

    @Test
    void whatIsLostHasFailedAndWhatComesTwiceWasSentTwice() {
        desk.fault("lost", new Fault.Lost());
        desk.fault("twice", new Fault.Duplicate());
        told("lost", "http://host" + desk.webhooks().inbox().address("in").path());
        told("twice", "http://host" + desk.webhooks().inbox().address("in").path());
        desk.push(Duration.ofSeconds(1));

        assertThat(desk.webhooks().log().of("lost").get(0).attempts())
                .singleElement()
                .satisfies(attempt -> {
                    assertThat(attempt.status()).isEqualTo(LoggedAttempt.Status.FAILED);
                    assertThat(attempt.error()).hasValue("not sent: lost on purpose");
                });
        assertThat(desk.webhooks().log().of("twice").get(0).attempts())
                .extracting(LoggedAttempt::status)
                .containsExactly(LoggedAttempt.Status.SUCCESS, LoggedAttempt.Status.SUCCESS);
    }

    @Test
    void itIsReadInPagesNewestFirst() {
        List.of("a", "b", "c", "b").forEach(job -> begun(job, "{}"));

        assertThat(log.page(2, 1)).extracting(LoggedDelivery::number).containsExactly(3L, 2L);
        assertThat(log.page(10, 4)).isEmpty();
        assertThat(log.of("b")).extracting(LoggedDelivery::number).containsExactly(4L, 2L);
        assertThat(log.of("nobody")).isEmpty();
    }

    @Test
    void theOldestOfAThousandGoesFirstAndNothingComesOfItsAttempts() {
        Delivery oldest = begun("old", "{}");
        int attempt = log.sent(oldest, Map.of(), AT);
        for (int i = 0; i < DeliveryLog.MOST; i++) {
            begun("a", "{}");
        }

        log.over(oldest, attempt, new Receipt.Answered(200, ""));
        log.over(oldest, log.sent(oldest, Map.of(), AT), new Receipt.Answered(200, ""));

        assertThat(log.page(Integer.MAX_VALUE, 0)).hasSize(DeliveryLog.MOST);
        assertThat(log.of("old")).isEmpty();
    }

    @Test
    void bytesAreBoundedTooWhetherInBodiesOrInAnswers() {
        String megabyte = "x".repeat(1 << 20);
        for (int i = 0; i < 20; i++) {
            begun("a", megabyte);
        }
        assertThat(log.page(100, 0)).hasSize(15);

        Delivery last = begun("b", "{}");
        int attempt = log.sent(last, Map.of("header", megabyte), AT);
        assertThat(log.page(100, 0)).hasSize(15);
        log.over(last, attempt, new Receipt.Answered(500, megabyte));
        assertThat(log.page(100, 0))
                .hasSize(14)
                .first()
                .satisfies(one -> assertThat(one.job()).isEqualTo("b"));
    }

    private List<LoggedAttempt.Status> statuses(String job) {
        return log.of(job).get(0).attempts().stream().map(LoggedAttempt::status).toList();
    }

    private Delivery begun(String job, String body) {
        Awaited.One one = new Awaited.One(
                desk.job(job), URI.create("http://127.0.0.1:1/hook"), (ended, sandbox) -> Optional.empty(), SEAL);
        return log.begun(one, new Notice(job, body.getBytes(StandardCharsets.UTF_8)), AT);
    }

    private void told(String job, String url) {
        Notice notice = new Notice(job, ("{\"job\":\"" + job + "\"}").getBytes(StandardCharsets.UTF_8));
        desk.webhooks().register(desk.job(job), URI.create(url), (ended, sandbox) -> Optional.of(notice), SEAL);
    }
}
