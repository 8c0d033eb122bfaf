package dev.understudy.contract.cases.soraguide;

import static dev.understudy.contract.api.ContractAssertions.assertThat;

import dev.understudy.contract.ContractCase;
import dev.understudy.contract.EmulatorOnly;
import dev.understudy.contract.api.Answer;
import dev.understudy.contract.api.Control;
import dev.understudy.contract.api.Credential;
import dev.understudy.contract.api.SoraGuide;

/** Who is let in, and how often. */
final class RefusalContract {
    @ContractCase(
            id = "sora-guide.auth.missing-key",
            claims = {"SG-01", "SG-34", "SG-33"},
            cost = "free")
    void without_a_key_nothing_is_answered(SoraGuide guide) {
        Requested.refused(
                guide.requests().as(Credential.NONE).get("/v1/sora/generations/task_0123456789abcdef0123456789abcdef"),
                401);
        Requested.refused(
                guide.requests().as(Credential.EMPTY_BEARER).post("/v1/sora/characters", Requested.video("A walk")),
                401);
    }

    @ContractCase(
            id = "sora-guide.limits.rate-limited",
            claims = {"SG-16", "SG-33"},
            cost = "unpriced")
    @EmulatorOnly(reason = "the limits of somebody else's service are not to be tried")
    void too_many_characters_a_minute_are_told_so_and_may_be_sent_again(SoraGuide guide, Control control) {
        control.strike(2, "rate-limited", "submit");

        for (int i = 0; i < 2; i++) {
            Answer limited = guide.createCharacter(Requested.part(guide));
            Requested.refused(limited, 429);
            assertThat(limited).hasText("/error/message", "Rate limited.*");
        }
        assertThat(guide.createCharacter(Requested.part(guide))).hasStatus(200);
        control.allStruck();
    }

    @ContractCase(
            id = "sora-guide.errors.processing-failed",
            claims = {"SG-17", "SG-33"},
            cost = "unpriced")
    @EmulatorOnly(reason = "a failure of the service cannot be asked for")
    void a_character_that_cannot_be_made_is_a_processing_that_failed(SoraGuide guide, Control control) {
        control.strike(1, "fails; kind=task-failed", "submit");

        Answer failed = guide.createCharacter(Requested.part(guide));

        Requested.refused(failed, 500);
        assertThat(failed).hasText("/error/message", "Processing failed.*");
        control.allStruck();
    }
}
