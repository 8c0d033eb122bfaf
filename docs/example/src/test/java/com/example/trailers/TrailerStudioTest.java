package com.example.trailers;

import static dev.understudy.junit.UnderstudyAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.Faults;
import dev.understudy.SandboxHandle;
import dev.understudy.client.Character;
import dev.understudy.client.ConnectionException;
import dev.understudy.client.PredictionFailedException;
import dev.understudy.client.RetryPolicy;
import dev.understudy.client.WaveSpeedClient;
import dev.understudy.client.WebhookException;
import dev.understudy.client.WebhookReceiver;
import dev.understudy.journal.hygiene.HygieneRule;
import dev.understudy.junit.ApiKey;
import dev.understudy.junit.BaseUrl;
import dev.understudy.junit.UnderstudyExtension;
import dev.understudy.junit.UnderstudyTest;
import dev.understudy.junit.VirtualClock;
import dev.understudy.settings.Pace;
import dev.understudy.webhook.Received;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * How to test a program that makes videos. A video takes two minutes here, as on the real service, and the whole class
 * takes seconds: the program waits by pushing the emulator's clock.
 */
class TrailerStudioTest {

    private static final String BETTER = "openai/sora-2-pro/text-to-video"; // 1.20 USD
    private static final String CHEAPER = "openai/sora-2/text-to-video"; // 0.40 USD

    // A public address: the emulator does not fetch it, and takes it for a good clip of 3 s.
    private static final URI CLIP = URI.create("https://media.example/joe-3s.mp4");

    // With the client's own policy, which begins at half a second, hasPollingHygiene() below would complain.
    private static final RetryPolicy PATIENT =
            new RetryPolicy(5, Duration.ofSeconds(2), Duration.ofSeconds(30), 0.5, Duration.ofMinutes(1));

    @RegisterExtension
    static final UnderstudyExtension UNDERSTUDY =
            UnderstudyExtension.builder().pace(Pace.REALISTIC).build();

    private final Budget budget = new Budget("10.00");
    private TrailerStudio studio;
    private Character joe;

    @BeforeEach
    void open_the_studio(@BaseUrl URI baseUrl, @ApiKey String key, VirtualClock clock) throws Exception {
        StagedClock staged = new StagedClock(clock);
        WaveSpeedClient client = WaveSpeedClient.builder()
                .baseUrl(baseUrl)
                .apiKey(key)
                .clock(staged)
                .pollInterval(Duration.ofSeconds(15))
                .retries(PATIENT)
                .build();
        studio = new TrailerStudio(client, staged, budget);
        joe = studio.cast(CLIP, "Joe");
    }

    // ---- When all goes well

    @Test
    void a_trailer_takes_minutes_and_its_test_does_not(SandboxHandle sandbox, VirtualClock clock) throws Exception {
        Instant before = clock.instant();
        Trailer trailer = studio.shoot("Joe waves from a boat", joe);

        assertThat(trailer.model()).isEqualTo(BETTER);
        assertThat(clock.instant()).isAfter(before.plus(Duration.ofMinutes(1)));
        assertThat(sandbox).hasSubmitted(2).spentLessThan("1.21").hasPollingHygiene();
    }

    @Test
    void a_clip_that_is_a_little_too_short_is_reported() {
        assertThatThrownBy(() -> studio.cast(URI.create("https://media.example/joe.mp4?duration=1.999"), "Joe"))
                .isInstanceOf(PredictionFailedException.class)
                .hasMessageContaining("1.999");
    }

    // ---- 429: too many

    @Test
    void after_429_the_studio_waits_longer_each_time(Faults faults, SandboxHandle sandbox, VirtualClock clock)
            throws Exception {
        faults.on("submit").next(2, "rate-limited");
        Instant before = clock.instant();
        studio.order("Joe waves", joe, URI.create("https://studio.example/hook"));

        assertThat(clock.instant()).isEqualTo(before.plusSeconds(5 + 10));
        assertThat(sandbox).hasSubmitted(2).kept(HygieneRule.BACK_OFF);
    }

    @Test
    void retry_after_is_obeyed(Faults faults, SandboxHandle sandbox, VirtualClock clock) throws Exception {
        faults.on("submit").next(1, "rate-limited; retry-after=PT42S");
        Instant before = clock.instant();
        studio.order("Joe waves", joe, URI.create("https://studio.example/hook"));

        assertThat(clock.instant()).isEqualTo(before.plusSeconds(42));
        assertThat(sandbox).hasSubmitted(2).kept(HygieneRule.HONOUR_RETRY_AFTER);
    }

    /** Other settings than those of the class: a small account may have two jobs a minute. */
    @Nested
    @UnderstudyTest("level=bronze")
    class With_a_small_account {

        @Test
        void orders_are_spread_over_minutes(SandboxHandle sandbox, VirtualClock clock) throws Exception {
            for (int order = 0; order < 5; order++) {
                studio.order("Joe waves", joe, URI.create("https://studio.example/hook"));
            }
            assertThat(sandbox).hasSubmitted(6);
            assertThat(clock.instant()).isAfter(UnderstudyExtension.START.plus(Duration.ofMinutes(2)));
        }
    }

    // ---- Retries

    @Test
    void a_poll_that_fails_is_repeated(Faults faults, SandboxHandle sandbox) throws Exception {
        faults.on("poll").after(3).next(2, "server-error; status=503");
        faults.on("poll").after(6).next(1, "gateway-timeout");

        assertThat(studio.shoot("Joe waves", joe).model()).isEqualTo(BETTER);
        assertThat(sandbox).hasSubmitted(2).hasPollingHygiene();
    }

    @Test
    void a_job_is_not_paid_twice_because_an_answer_was_lost(Faults faults, SandboxHandle sandbox) {
        String lost = faults.on("submit").next(1, "empty-reply");

        assertThatThrownBy(() -> studio.shoot("Joe waves", joe)).isInstanceOf(ConnectionException.class);
        assertThat(sandbox)
                .wasStruckBy(lost, 1)
                .hasSubmitted(2) // the character, and the job whose answer nobody saw
                .kept(HygieneRule.SUBMIT_ONCE);
    }

    // ---- Falling back

    @Test
    void the_cheaper_model_steps_in_for_one_that_is_gone(Faults faults, SandboxHandle sandbox) throws Exception {
        faults.model(BETTER).always("gone");

        assertThat(studio.shoot("Joe waves", joe).model()).isEqualTo(CHEAPER);
        assertThat(sandbox).spentLessThan("0.41");
    }

    @Test
    void a_job_that_fails_late_costs_nothing(Faults faults, SandboxHandle sandbox) throws Exception {
        faults.model(BETTER).next(1, "late-failure; delay=PT90S");

        assertThat(studio.shoot("Joe waves", joe).model()).isEqualTo(CHEAPER);
        assertThat(budget.left()).isEqualByComparingTo("9.60");
        assertThat(sandbox).hasSubmitted(3).spentLessThan("0.41"); // the service has given it back too
    }

    @Test
    void a_stuck_job_is_given_up_and_stays_paid(Faults faults, SandboxHandle sandbox, VirtualClock clock)
            throws Exception {
        faults.model(BETTER).next(1, "stuck");
        Instant before = clock.instant();

        assertThat(studio.shoot("Joe waves", joe).model()).isEqualTo(CHEAPER);
        assertThat(clock.instant()).isAfter(before.plus(Duration.ofMinutes(10)));
        assertThat(budget.left()).isEqualByComparingTo("8.40");
        assertThat(sandbox).hasPollingHygiene();
    }

    @Test
    void a_video_that_is_not_there_is_no_trailer(Faults faults) throws Exception {
        faults.model(BETTER).next(1, "empty-outputs");
        assertThat(studio.shoot("Joe waves", joe).model()).isEqualTo(CHEAPER);
    }

    /** Where a test cannot reach the emulator, the prompt can: what is in brackets is a cue. */
    @Test
    void when_everything_fails_all_reasons_are_told(SandboxHandle sandbox) {
        assertThatThrownBy(() -> studio.shoot("Joe waves [[fault: fails; error=\"no luck\"]]", joe))
                .isInstanceOf(NoTrailerException.class)
                .hasMessageMatching(".*no luck; .*no luck");
        assertThat(sandbox).spentLessThan("0.01");
    }

    // ---- Budget

    @Test
    void a_budget_that_is_nearly_spent_buys_the_cheaper_model(SandboxHandle sandbox) throws Exception {
        budget.take(new BigDecimal("9.50"));
        assertThat(studio.shoot("Joe waves", joe).model()).isEqualTo(CHEAPER);

        assertThatThrownBy(() -> studio.shoot("Joe waves again", joe)).hasMessageContaining("over budget");
        assertThat(sandbox).hasSubmitted(2).spentLessThan("0.50");
    }

    /** Each profile goes wrong in its own way, the same way in every run. What must hold, must hold in all of them. */
    @ParameterizedTest
    @ValueSource(strings = {"unstable", "slow", "moderated", "no-credit"})
    void the_books_agree_whatever_happens(String profile, Faults faults, SandboxHandle sandbox) throws Exception {
        BigDecimal casting = sandbox.ledger().net();
        faults.profile(profile);
        for (int shot = 0; shot < 5; shot++) {
            try {
                studio.shoot("Joe waves", joe);
            } catch (NoTrailerException e) {
                // Well possible; the money has to be right all the same.
            }
        }
        assertThat(new BigDecimal("10.00").subtract(budget.left()))
                .isEqualByComparingTo(sandbox.ledger().net().subtract(casting));
    }

    // ---- Webhooks

    @Test
    void a_webhook_that_comes_twice_is_news_once(
            Faults faults, SandboxHandle sandbox, @BaseUrl URI baseUrl, VirtualClock clock) throws Exception {
        faults.on("webhook").next(1, "webhook-duplicate");
        Mailroom mailroom = mailroom(sandbox, clock);
        String job = studio.order("Joe waves", joe, inbox(sandbox, baseUrl));
        clock.advance(Duration.ofMinutes(5));

        assertThat(sandbox).receivedWebhooks("studio", 2);
        List<Received> deliveries = sandbox.inbox("studio");
        assertThat(deliver(deliveries.get(0), mailroom)).isTrue();
        assertThat(deliver(deliveries.get(1), mailroom)).isFalse();
        assertThat(mailroom.ended()).containsOnlyKeys(job);
    }

    @ParameterizedTest
    @ValueSource(strings = {"webhook-bad-signature", "webhook-old-timestamp"})
    void a_webhook_that_nobody_should_trust_is_refused(
            String fault, Faults faults, SandboxHandle sandbox, @BaseUrl URI baseUrl, VirtualClock clock)
            throws Exception {
        faults.on("webhook").next(1, fault);
        Mailroom mailroom = mailroom(sandbox, clock);
        studio.order("Joe waves", joe, inbox(sandbox, baseUrl));
        clock.advance(Duration.ofMinutes(5));

        Received delivery = sandbox.inbox("studio").get(0);
        assertThatThrownBy(() -> deliver(delivery, mailroom)).isInstanceOf(WebhookException.class);
        assertThat(mailroom.ended()).isEmpty();
    }

    private static Mailroom mailroom(SandboxHandle sandbox, VirtualClock clock) {
        return new Mailroom(new WebhookReceiver(sandbox.webhookSecret(), new StagedClock(clock)));
    }

    /** A receiver that the emulator has for those who have none; one of your own, on a port of its own, does as well. */
    private static URI inbox(SandboxHandle sandbox, URI baseUrl) {
        return baseUrl.resolve(sandbox.inboxPath("studio"));
    }

    private static boolean deliver(Received delivery, Mailroom mailroom) {
        return mailroom.deliver(delivery.headers(), delivery.body().getBytes(StandardCharsets.UTF_8));
    }
}
