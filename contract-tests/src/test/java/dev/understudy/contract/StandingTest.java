package dev.understudy.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.understudy.contract.cases.openai.Samples;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.commons.JUnitException;
import org.junit.platform.launcher.TestPlan;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Discovery, as any launcher does it: nothing of the kit is named here but the samples. */
class StandingTest {
    static Stream<Arguments> brokenRules() {
        return Stream.of(
                arguments(SampleCases.TwoStandings.class, "two standings"),
                arguments(SampleCases.NoCase.class, "no @ContractCase"),
                arguments(SampleCases.NoReason.class, "gives no reason"),
                arguments(SampleCases.NoDate.class, "gives no date"),
                arguments(SampleCases.UnknownClaim.class, "not registered: XX-99"),
                arguments(SampleCases.NoPrice.class, "cannot be priced"),
                arguments(SampleCases.BadId.class, "not lower-case words"),
                arguments(SampleCases.SwitchedOff.class, "switched off"),
                arguments(Samples.OtherClaim.class, "a claim about another provider: AU-01"),
                arguments(Samples.OtherName.class, "does not begin as those of openai do: videos.sample"),
                arguments(dev.understudy.contract.cases.nobody.Samples.class, "in a package of no provider"));
    }

    @ParameterizedTest
    @MethodSource("brokenRules")
    void a_broken_rule_ends_the_discovery(Class<?> sample, String sentence) {
        assertThatThrownBy(() -> discover(sample))
                .isInstanceOf(JUnitException.class)
                .hasMessageContaining(sentence);
    }

    @Test
    void cases_with_one_standing_are_discovered() {
        TestPlan plan = discover(SampleCases.Good.class);

        assertThat(plan.countTestIdentifiers(test -> CaseDefinition.of(test).isPresent()))
                .isEqualTo(4);
    }

    private static TestPlan discover(Class<?> sample) {
        return LauncherFactory.create()
                .discover(LauncherDiscoveryRequestBuilder.request()
                        .selectors(selectClass(sample))
                        .build());
    }
}
