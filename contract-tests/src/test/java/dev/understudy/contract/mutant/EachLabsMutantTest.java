package dev.understudy.contract.mutant;

import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The cases about each::labs can fail. */
class EachLabsMutantTest {
    static Stream<Arguments> mutants() {
        return Stream.of(
                arguments("no dashes", EachLabsDefects.writesIdsWithoutDashes(), "eachlabs.create.accepted"),
                arguments("400 with words", EachLabsDefects.saysWhatIsMissing(), "eachlabs.create.missing-model"),
                arguments(
                        "400 for 422", EachLabsDefects.answersWhatIsNoJsonWith400(), "eachlabs.create.malformed-json"),
                arguments(
                        "one id for all",
                        EachLabsDefects.makesTheSamePredictionTwice(),
                        "eachlabs.create.not-deduplicated"),
                arguments("no 401", EachLabsDefects.letsEverybodyIn(), "eachlabs.auth.missing-key.rejected"),
                arguments("no nulls", EachLabsDefects.leavesOutWhatIsNull(), "eachlabs.poll.keys"),
                arguments("failed for error", EachLabsDefects.callsAnErrorFailed(), "eachlabs.create.bad-input"),
                arguments("a failure costs", EachLabsDefects.chargesForFailures(), "eachlabs.create.bad-input"),
                arguments(
                        "404 when called off", EachLabsDefects.knowsWhatCannotBeCalledOff(), "eachlabs.cancel.unknown"),
                arguments("models in an envelope", EachLabsDefects.putsModelsIntoAnEnvelope(), "eachlabs.models.list"),
                arguments("no count", EachLabsDefects.doesNotCount(), "eachlabs.executions.envelope"),
                arguments(
                        "a 402 without details",
                        EachLabsDefects.doesNotSayWhichLimitWasMet(),
                        "eachlabs.limits.balance"),
                arguments("a ticket for anything", EachLabsDefects.takesAnyTicket(), "eachlabs.uploads.missing-type"),
                arguments("no secret", EachLabsDefects.losesTheSecret(), "eachlabs.webhooks.secret"),
                arguments(
                        "success for succeeded",
                        EachLabsDefects.tellsSuccessInTheWordsOfPolls(),
                        "eachlabs.webhooks.success"),
                arguments("no attempts", EachLabsDefects.keepsNoAttempts(), "eachlabs.webhooks.log.attempts"));
    }

    @ParameterizedTest(name = "{0} is found by {2}")
    @MethodSource("mutants")
    void a_defect_is_found_by_its_case(String name, Defect defect, String killer) throws IOException {
        MutantTest.assertFound(name, defect, killer);
    }
}
