package dev.understudy.contract.cases.soraguide;

import static dev.understudy.contract.api.ContractAssertions.assertThat;

import dev.understudy.contract.ContractCase;
import dev.understudy.contract.api.Answer;
import dev.understudy.contract.api.SoraGuide;
import java.util.List;
import java.util.Map;

/** Which part of a clip may be asked for. */
final class TimestampsContract {
    @ContractCase(
            id = "sora-guide.timestamps.needed",
            claims = {"SG-09", "SG-10"},
            cost = "unpriced")
    void a_url_without_timestamps_is_refused(SoraGuide guide) {
        Map<String, Object> input = Requested.part(guide, "1,3");
        input.remove("timestamps");

        invalid(guide.createCharacter(input));
    }

    @ContractCase(
            id = "sora-guide.timestamps.form",
            claims = {"SG-09", "SG-10", "SG-33"},
            cost = "unpriced")
    void what_is_not_a_start_and_an_end_is_refused(SoraGuide guide) {
        for (Object timestamps : List.of("3", "1-3", "one,three", "-1,2", "1,2,3", List.of(1, 3))) {
            invalid(guide.createCharacter(Requested.part(guide, timestamps)));
        }
    }

    @ContractCase(
            id = "sora-guide.timestamps.order",
            claims = {"SG-10"},
            cost = "unpriced")
    void an_end_before_the_start_is_refused(SoraGuide guide) {
        invalid(guide.createCharacter(Requested.part(guide, "3,1")));
    }

    @ContractCase(
            id = "sora-guide.timestamps.range",
            claims = {"SG-10"},
            cost = "unpriced")
    void an_end_beyond_that_of_the_video_is_refused(SoraGuide guide) {
        invalid(guide.createCharacter(Requested.part(guide, "5,8")));
        invalid(guide.createCharacter(Requested.part(guide, "2,4.5")));
    }

    @ContractCase(
            id = "sora-guide.timestamps.fractions",
            claims = {"SG-09"},
            cost = "unpriced")
    void seconds_may_have_fractions(SoraGuide guide) {
        assertThat(guide.createCharacter(Requested.part(guide, "0.5,2.75"))).hasStatus(200);
    }

    @ContractCase(
            id = "sora-guide.timestamps.longer-than-best",
            claims = {"SG-13"},
            cost = "unpriced")
    void more_than_three_seconds_are_acceptable(SoraGuide guide) {
        assertThat(guide.createCharacter(Requested.part(guide, "0,4"))).hasStatus(200);
    }

    private static void invalid(Answer answer) {
        Requested.refused(answer, 400);
        assertThat(answer).hasText("/error/message", "Invalid timestamps.*").hasJson("/error/param", "\"timestamps\"");
    }
}
