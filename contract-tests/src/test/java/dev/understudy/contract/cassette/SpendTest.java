package dev.understudy.contract.cassette;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.Understudy;
import dev.understudy.client.ApiException;
import dev.understudy.contract.target.TargetException;
import dev.understudy.sandbox.Statement;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** An emulator in the place of a public service: what reaches it would have been paid for. */
@Timeout(60)
class SpendTest {
    private static final String KEY = "a-key-of-the-customer";

    @TempDir
    private Path parent;

    private final Understudy understudy = Understudy.builder().port(0).start();
    private final List<String> said = new ArrayList<>();

    @AfterEach
    void stop() {
        understudy.close();
    }

    private RecordingProxy proxy(Optional<BigDecimal> cap) {
        Recording plan = new Recording(parent.resolve("out"), 0, cap, true, Optional.empty(), false);
        return RecordingProxy.start(new Upstream(understudy.baseUrl(), false), plan, "test", said::add);
    }

    private long submitted() {
        return understudy.sandbox(KEY).ledger().models().stream()
                .mapToLong(Statement.ModelCosts::jobs)
                .sum();
    }

    @Test
    void without_a_budget_a_priced_submit_is_402_says_how_to_allow_it_and_is_not_sent() {
        try (RecordingProxy proxy = proxy(Optional.of(BigDecimal.ZERO))) {
            assertThatThrownBy(() -> new Customer(proxy.url(), KEY).submitOther())
                    .isInstanceOfSatisfying(
                            ApiException.class, e -> assertThat(e.status()).isEqualTo(402))
                    .hasMessageContaining("--budget USD or --allow-spend");

            assertThat(submitted()).isZero();
            assertThat(proxy.spent()).isEqualByComparingTo("0");
            assertThat(said)
                    .anyMatch(line -> line.startsWith("REAL MONEY"))
                    .anyMatch(line -> line.contains("openai/sora-2/characters costs from USD 0.001"))
                    .anyMatch(line -> line.startsWith("REFUSED"));
        }
    }

    @Test
    void a_budget_lets_through_what_it_covers_and_no_more() throws Exception {
        try (RecordingProxy proxy = proxy(Optional.of(new BigDecimal("0.002")))) {
            Customer customer = new Customer(proxy.url(), KEY);
            customer.submitOther();
            customer.submitOther();

            assertThatThrownBy(customer::submitOther).hasMessageContaining("USD 0.000 is left of the budget of 0.002");
            assertThat(submitted()).isEqualTo(2);
            assertThat(proxy.spent()).isEqualByComparingTo("0.002");
            assertThat(said)
                    .anyMatch(line -> line.startsWith("SPENDING USD 0.001") && line.endsWith("0.002 since the start"));
        }
    }

    @Test
    void what_has_no_price_needs_more_than_a_budget() throws Exception {
        try (RecordingProxy proxy = proxy(Optional.of(BigDecimal.TEN))) {
            Customer customer = new Customer(proxy.url(), KEY);

            assertThatThrownBy(() -> customer.submit("somebody/new-model")).hasMessageContaining("only --allow-spend");
        }
    }

    @Test
    void without_a_cap_everything_passes() throws Exception {
        try (RecordingProxy proxy = proxy(Optional.empty())) {
            new Customer(proxy.url(), KEY).submitOther();

            assertThat(submitted()).isEqualTo(1);
            assertThat(said).anyMatch(line -> line.contains("NO cap"));
        }
    }

    @Test
    void the_real_service_is_never_private_and_a_public_one_is_asked_over_https_only() {
        assertThat(Upstream.parse("https://api.wavespeed.ai").isPrivate()).isFalse();
        assertThat(Upstream.parse("https://192.0.2.7").isPrivate()).isFalse();
        assertThat(Upstream.parse("http://10.1.2.3:8080").isPrivate()).isTrue();
        assertThat(Upstream.parse("http://[fd00::1]:8080/").isPrivate()).isTrue();
        assertThatThrownBy(() -> Upstream.parse("http://192.0.2.7"))
                .isInstanceOf(TargetException.class)
                .hasMessageContaining("over https only");
        assertThatThrownBy(() -> Upstream.parse("http://user@127.0.0.1")).isInstanceOf(TargetException.class);
        assertThatThrownBy(() -> Upstream.parse("http://127.0.0.1/api")).isInstanceOf(TargetException.class);
    }
}
