package dev.understudy.contract.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.contract.CaseDefinition;
import dev.understudy.contract.Suite;
import dev.understudy.contract.evidence.Age;
import dev.understudy.contract.evidence.EvidenceLedger;
import dev.understudy.contract.register.Cost;
import dev.understudy.contract.register.Prices;
import dev.understudy.contract.register.Provider;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PlanTest {
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final List<CaseDefinition> CASES = List.of(
            definition("b.video", "1 x text-to-video"),
            definition("b.fresh", "1 x characters"),
            definition("b.stale", "1 x characters"),
            definition("b.never", "1 x characters"),
            definition("b.two", "2 x characters"),
            definition("a.free", "free"));
    private static final EvidenceLedger LEDGER = new EvidenceLedger(new TreeMap<>(Map.of(
            "b.fresh", verified(Duration.ofDays(3)),
            "b.stale", verified(Duration.ofDays(100)))));

    @Test
    void free_comes_first_then_cheap_then_what_was_not_seen_for_longest() {
        Plan plan = plan("5", Optional.empty(), "openai/sora-2/text-to-video");

        assertThat(run(plan)).containsExactly("a.free", "b.never", "b.stale", "b.fresh", "b.two", "b.video");
        assertThat(plan.total()).isEqualByComparingTo("0.405");
        assertThat(plan.run())
                .extracting(Entry::age)
                .containsExactly(Age.NEVER, Age.NEVER, Age.STALE, Age.FRESH, Age.NEVER, Age.NEVER);
    }

    @Test
    void the_budget_cuts_the_dearest() {
        Plan plan = plan("0.003", Optional.empty());

        assertThat(run(plan)).containsExactly("a.free", "b.never", "b.stale", "b.fresh");
        assertThat(skip(plan, "b.two").kind()).isEqualTo(Entry.Kind.TOO_DEAR);
        assertThat(skip(plan, "b.two").because())
                .isEqualTo("costs USD 0.002, and the plan has USD 0.000 left of 0.003");
        assertThat(skip(plan, "b.video").kind()).isEqualTo(Entry.Kind.NOT_ALLOWED);
    }

    @Test
    void nothing_is_planned_for_no_money_but_what_is_free() {
        assertThat(run(plan("0", Optional.empty()))).containsExactly("a.free");
    }

    @Test
    void what_was_verified_lately_is_left_out_on_request() {
        Plan plan = plan("0.02", Optional.of(Duration.ofDays(30)));

        assertThat(run(plan)).contains("b.stale", "b.never").doesNotContain("b.fresh");
        assertThat(skip(plan, "b.fresh").kind()).isEqualTo(Entry.Kind.RECENT);
    }

    @Test
    void what_has_no_price_is_never_planned_and_other_providers_are_not_even_listed() {
        Plan plan = Plan.of(
                List.of(definition("d.somewhere", "unpriced"), definition("openai.d", "free")),
                EvidenceLedger.empty(),
                terms("5", Optional.empty()));

        assertThat(run(plan)).isEmpty();
        assertThat(skip(plan, "d.somewhere").kind()).isEqualTo(Entry.Kind.NOT_ALLOWED);
        assertThat(plan.of("openai.d")).isEmpty();
    }

    @Test
    void what_is_shared_is_paid_for_once() {
        List<CaseDefinition> shared = List.of(
                definition("c.one", "1 x characters (shared)"),
                definition("c.two", "1 x characters (shared)"),
                definition("c.video", "1 x characters (shared) + 1 x text-to-video"));
        Plan plan =
                Plan.of(shared, EvidenceLedger.empty(), terms("5", Optional.empty(), "openai/sora-2/text-to-video"));

        assertThat(plan.total()).isEqualByComparingTo("0.401");
    }

    @Test
    void a_full_run_of_the_default_set_costs_no_more_than_two_cents() {
        Terms terms = new Terms(Set.of(Provider.WAVESPEED), "", Optional.empty(), Terms.DEFAULT_BUDGET, Set.of(), NOW);
        Plan plan = Plan.of(Suite.cases(), EvidenceLedger.empty(), terms);

        assertThat(plan.total()).isPositive().isLessThanOrEqualTo(new BigDecimal("0.02"));
        assertThat(PlanText.of(plan, terms))
                .contains("auth.missing-key.rejected", "never", "needs --allow openai/sora-2/text-to-video")
                .containsPattern("Total: \\d+ cases, at most USD 0\\.0\\d+, within a budget of USD 0\\.02\\.");
    }

    private static Plan plan(String budget, Optional<Duration> maxAge, String... allowed) {
        return Plan.of(CASES, LEDGER, terms(budget, maxAge, allowed));
    }

    private static Terms terms(String budget, Optional<Duration> maxAge, String... allowed) {
        return new Terms(Set.of(Provider.WAVESPEED), "", maxAge, new BigDecimal(budget), Set.of(allowed), NOW);
    }

    private static List<String> run(Plan plan) {
        return plan.run().stream().map(entry -> entry.definition().id()).toList();
    }

    private static Entry.Skip skip(Plan plan, String caseId) {
        return plan.of(caseId).flatMap(Entry::skip).orElseThrow();
    }

    private static EvidenceLedger.Entry verified(Duration ago) {
        return new EvidenceLedger.Entry(NOW.minus(ago), 1, BigDecimal.ZERO, "0");
    }

    private static CaseDefinition definition(String id, String cost) {
        return new CaseDefinition(
                id,
                Provider.ofCase(id),
                List.of("AU-01"),
                Cost.parse(cost, Prices.bundled()),
                "DOCUMENTED",
                Optional.empty());
    }
}
