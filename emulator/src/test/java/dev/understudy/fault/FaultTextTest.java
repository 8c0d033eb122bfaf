package dev.understudy.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FaultTextTest {

    @ParameterizedTest
    @EnumSource(FaultKind.class)
    void everyKindCanBeReadFromItsWordAndWrittenAgain(FaultKind kind) {
        Fault fault = FaultText.read("test", kind.word());

        assertThat(FaultKind.of(fault)).isEqualTo(kind);
        assertThat(FaultText.read("test", FaultText.write(fault))).isEqualTo(fault);
        assertThat(kind.parameters().stream().map(Parameter::name))
                .containsAll(FaultKind.parameters(fault).keySet());
    }

    @ParameterizedTest
    @EnumSource(FaultKind.class)
    void everyRuleCanBeWrittenAndReadAgain(FaultKind kind) {
        Fault fault = FaultText.read("test", kind.word());
        for (When when : List.of(
                new When.Always(),
                new When.Next(2),
                new When.Every(3),
                new When.WithProbability(0.25),
                new When.Between(Optional.of(Instant.EPOCH), Optional.empty()),
                new When.Windows(Duration.ofMinutes(3), Duration.ofSeconds(20), 0.5))) {
            Rule rule = new Rule(fault, when, Filter.ANY.model("openai/*").named("Joe"), 2, Optional.of("a source"));

            assertThat(RuleReader.readAll(List.of(rule.fields()))).containsExactly(rule);
        }
    }

    @Test
    void valuesMayStandInQuotationMarks() {
        Fault fault = new Fault.Fails(Fault.Fails.Kind.TIMEOUT, "a, b; \"c\" \\ d");

        assertThat(FaultText.readAll("test", FaultText.write(fault) + ", reset"))
                .containsExactly(fault, new Fault.Reset());
    }

    @ParameterizedTest
    @ValueSource(strings = {"no\u0013\u0000", "\u0000", "\u001f no", "a\nb", "\\", "=", "no\u00a0", ""})
    void whateverAValueHasInItIsReadAsItWasWritten(String error) {
        Fault fault = new Fault.Moderated(error);

        assertThat(FaultText.read("test", FaultText.write(fault))).isEqualTo(fault);
    }

    @Test
    void timesHaveBounds() {
        assertThat(FaultText.read("test", "delay; by=300s")).isEqualTo(new Fault.Delay(Duration.ofMinutes(5)));
        assertThatThrownBy(() -> FaultText.read("test", "delay; by=301s"))
                .isInstanceOf(RuleException.class)
                .hasMessage("test.by must be a time from 0 to PT5M");
        assertThatThrownBy(() -> FaultText.read("test", "delay; by=PT-1S")).isInstanceOf(RuleException.class);
    }

    @Test
    void aWindowThatIsLongerThanItsSlotIsRefused() {
        assertThatThrownBy(() -> RuleReader.readAll(List.of(Map.of(
                        "fault", "reset", "when", Map.of("windows-every", "1m", "lasting", "61s", "probability", 1)))))
                .hasMessage("rules[0].when.lasting must be a time from 0 to PT1M");
    }
}
