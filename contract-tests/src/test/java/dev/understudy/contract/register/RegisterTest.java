package dev.understudy.contract.register;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.contract.CaseDefinition;
import dev.understudy.contract.Suite;
import dev.understudy.contract.report.Manifest;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The fixtures and the cases fit one another. */
class RegisterTest {
    private static final List<CaseDefinition> CASES = Suite.cases();

    @Test
    void the_manifest_is_the_list_of_the_cases() {
        assertThat(Manifest.text()).isEqualTo(Manifest.of(CASES));
        assertThat(CASES).extracting(CaseDefinition::id).doesNotHaveDuplicates();
    }

    @Test
    void every_claim_is_used_by_a_case_or_by_the_emulator_alone() {
        Set<String> used = CASES.stream()
                .flatMap(definition -> definition.claims().stream())
                .collect(Collectors.toSet());

        assertThat(Claims.bundled().all())
                .allSatisfy(claim -> assertThat(claim.usedBy())
                        .as(claim.id())
                        .isEqualTo(used.contains(claim.id()) ? null : "emulator"));
    }

    @Test
    void every_claim_says_what_it_rests_on_in_a_few_words() {
        assertThat(Claims.bundled().all()).allSatisfy(claim -> {
            assertThat(claim.id()).matches("[A-Z]{2}-\\d\\d");
            assertThat(claim.statement()).endsWith(".").hasSizeLessThan(160);
            assertThat(claim.kind()).isNotNull();
            assertThat(claim.sources()).isNotEmpty().allSatisfy(RegisterTest::isSource);
        });
    }

    @Test
    void what_stands_in_the_table_of_the_providers_is_a_few_words() {
        assertThat(Claims.bundled().all())
                .allSatisfy(claim -> assertThat(claim.aspect() == null)
                        .as(claim.id() + " has an aspect and a behaviour, or neither")
                        .isEqualTo(claim.behaviour() == null))
                .filteredOn(claim -> claim.behaviour() != null)
                .allSatisfy(claim -> assertThat(claim.behaviour())
                        .as(claim.id())
                        .isNotBlank()
                        .hasSizeLessThan(100)
                        .doesNotContain("|", "\n"));
    }

    @Test
    void a_conflict_is_known_to_both_sides() {
        Map<String, Claim> byId =
                Claims.bundled().all().stream().collect(Collectors.toMap(Claim::id, Function.identity()));

        assertThat(byId.values())
                .allSatisfy(claim -> assertThat(claim.conflictsWith())
                        .allSatisfy(other -> assertThat(byId).containsKey(other))
                        .allSatisfy(other -> assertThat(byId.get(other).conflictsWith())
                                .as("conflicts of " + other)
                                .contains(claim.id())));
    }

    @Test
    void the_seven_models_have_prices_that_begin_with_the_cheapest_run() {
        Prices prices = Prices.bundled();

        assertThat(prices.currency()).isEqualTo("USD");
        assertThat(prices.models()).hasSize(7).allSatisfy(price -> {
            assertThat(price.sources()).isNotEmpty().allSatisfy(RegisterTest::isSource);
            // The shortest video has four seconds.
            BigDecimal cheapest = price.perSecond().stream()
                    .map(rate -> rate.price().multiply(BigDecimal.valueOf(4)))
                    .min(BigDecimal::compareTo)
                    .orElse(price.basePrice());
            assertThat(price.basePrice()).isEqualByComparingTo(cheapest);
        });
    }

    @Test
    void what_is_free_says_why_and_runs_no_model() {
        Prices prices = Prices.bundled();

        assertThat(prices.free()).isNotEmpty().allSatisfy(free -> {
            assertThat(free.sources()).isNotEmpty().allSatisfy(RegisterTest::isSource);
            assertThat(prices.models()).noneMatch(price -> ("/api/v3/" + price.model()).matches(free.path()));
        });
    }

    @Test
    void a_cost_is_the_sum_of_its_terms() {
        assertThat(Cost.parse("free", Prices.bundled()).usd()).isZero();
        assertThat(Cost.parse("2 x characters + 1 x text-to-video", Prices.bundled())
                        .usd())
                .isEqualByComparingTo("0.402");
    }

    private static void isSource(Claim.Source source) {
        assertThat(source.source()).isNotBlank();
        assertThat(source.quote() == null).as(source.source()).isNotEqualTo(source.note() == null);
        assertThat(source.quote() == null ? source.note() : source.quote())
                .isNotBlank()
                .hasSizeLessThan(140);
    }
}
