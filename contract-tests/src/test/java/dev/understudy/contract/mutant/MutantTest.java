package dev.understudy.contract.mutant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.understudy.contract.Settings;
import dev.understudy.contract.Suite;
import dev.understudy.contract.report.CaseCollector;
import dev.understudy.contract.report.CaseResult;
import dev.understudy.contract.report.Outcome;
import dev.understudy.contract.target.TargetKind;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The suite can fail: each defect is found by the case that is there for it. */
class MutantTest {
    static Stream<Arguments> mutants() {
        return Stream.of(
                arguments("drops data.urls", PredictionDefects.dropsUrls(), "characters.create.result-url"),
                arguments(
                        "state in place of status",
                        PredictionDefects.callsTheStatusState(),
                        "characters.create.created-state"),
                arguments("one id for all", PredictionDefects.givesOneIdToAll(), "characters.create.new-id-each-time"),
                arguments(
                        "completed, then processing",
                        PredictionDefects.relapses(),
                        "predictions.lifecycle.terminal-is-stable"),
                arguments(
                        "outputs as text",
                        PredictionDefects.writesOutputsAsText(),
                        "predictions.outputs.character-shape"),
                arguments(
                        "failed without a code",
                        PredictionDefects.failsWithoutCode(),
                        "predictions.lifecycle.failed-carries-error"),
                arguments("failed as HTTP 500", PredictionDefects.failsWith500(), "characters.clip.not-a-video"),
                arguments(
                        "times as numbers",
                        PredictionDefects.tellsTimesAsNumbers(),
                        "predictions.lifecycle.timestamps"),
                arguments("no paging", PredictionDefects.ignoresPaging(), "predictions.list.paging"),
                arguments("deletes nothing", PredictionDefects.deletesNothing(), "predictions.delete.takes-away"),
                arguments("200 instead of 401", AnswerDefects.letsEverybodyIn(), "auth.missing-key.rejected"),
                arguments("200 instead of 400", AnswerDefects.hidesErrorsInSuccess(), "characters.create.missing-name"),
                arguments(
                        "accepts what lacks the video",
                        AnswerDefects.acceptsWhatLacksTheVideo(),
                        "characters.create.missing-video"),
                arguments("code 0", AnswerDefects.hasTheCodeZero(), "characters.create.accepted"),
                arguments("no content type", AnswerDefects.hasNoContentType(), "balance.with-currency"),
                arguments(
                        "a 404 of another shape",
                        AnswerDefects.wordsNotFoundInItsOwnWay(),
                        "errors.unknown-prediction"),
                arguments("a 429 without words", AnswerDefects.saysNothingAboutLimits(), "limits.per-minute.shape"),
                arguments("the balance as text", AnswerDefects.tellsTheBalanceAsText(), "balance.shape"),
                arguments("twice the price", AnswerDefects.asksTwiceThePrice(), "price.base"),
                arguments("charged twice", AnswerDefects.chargesTwice(), "billings.charge"),
                arguments("an empty secret", AnswerDefects.hasAnEmptySecret(), "webhooks.secret.shape"),
                arguments("another signature", AnswerDefects.signsInAnotherWay(), "webhooks.delivery.signature"),
                arguments("a model less", AnswerDefects.forgetsAModel(), "models.characters.row"),
                arguments(
                        "a byte less of a file", AnswerDefects.losesTheLastByteOfAFile(), "uploads.binary.round-trip"),
                arguments("no nulls", VideoDefects.leavesOutWhatIsNull(), "openai.videos.create.json"),
                arguments(
                        "a character with an object",
                        VideoDefects.saysThatACharacterIsOne(),
                        "openai.characters.create.file"),
                arguments("no parameter", VideoDefects.namesNoParameter(), "openai.videos.seconds.outside"),
                arguments("seconds as a number", VideoDefects.tellsSecondsAsNumbers(), "openai.videos.create.form"),
                arguments("no has_more", VideoDefects.doesNotSayThatThereIsMore(), "openai.list.envelope"),
                arguments("a remix of nothing", VideoDefects.forgetsWhatARemixIsMadeOf(), "openai.remix.json"),
                arguments(
                        "another provider's signature",
                        VideoDefects.signsAsAnotherProviderDoes(),
                        "openai.webhooks.signature"),
                arguments(
                        "half an hour", VideoDefects.hasAHalfHourBetweenEndAndExpiry(), "openai.lifecycle.completed"));
    }

    @ParameterizedTest(name = "{0} is found by {2}")
    @MethodSource("mutants")
    void a_defect_is_found_by_its_case(String name, Defect defect, String killer) throws IOException {
        assertFound(name, defect, killer);
    }

    static void assertFound(String name, Defect defect, String killer) throws IOException {
        CaseResult sound = result(Defect.none(), killer);
        assertThat(sound.outcome())
                .as("without the defect: %s", sound.message())
                .isEqualTo(Outcome.PASS);
        assertThat(result(defect, killer).outcome())
                .as(name + ": nobody has found it")
                .isEqualTo(Outcome.FAIL);
        System.out.println("mutant '" + name + "': killed by " + killer);
    }

    private static CaseResult result(Defect defect, String caseId) throws IOException {
        CaseCollector collector = new CaseCollector();
        try (DamagingProxy proxy = new DamagingProxy(defect)) {
            Map<String, String> parameters = Map.of(
                    Settings.TARGET, proxy.url().toString(), Settings.FILTER, caseId, Settings.POLL_INTERVAL, "0.01s");
            Suite.launcher().execute(Suite.request(parameters), collector);
        }
        List<CaseResult> executed = collector.results(TargetKind.EMULATOR).stream()
                .filter(CaseResult::wasExecuted)
                .toList();
        assertThat(executed).singleElement().extracting(CaseResult::id).isEqualTo(caseId);
        return executed.get(0);
    }
}
