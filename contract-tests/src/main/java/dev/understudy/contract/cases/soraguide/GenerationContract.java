package dev.understudy.contract.cases.soraguide;

import static dev.understudy.contract.api.ContractAssertions.assertThat;

import dev.understudy.contract.ContractCase;
import dev.understudy.contract.EmulatorOnly;
import dev.understudy.contract.api.Answer;
import dev.understudy.contract.api.Control;
import dev.understudy.contract.api.SoraGuide;
import java.util.List;
import org.assertj.core.api.Assertions;

/** Videos, and the characters in them. */
final class GenerationContract {
    @ContractCase(
            id = "sora-guide.generations.accepted",
            claims = {"SG-19", "SG-20"},
            cost = "unpriced")
    void a_generation_is_taken_as_a_task(SoraGuide guide) {
        Answer taken = guide.generate(Requested.video("A figure walks"));

        assertThat(taken).hasStatus(200).hasText("/id", "task_.+").hasJson("/model", "\"sora-2\"");
        assertThat(taken).hasJson("/task_id", '"' + taken.json().path("id").asText() + '"');
    }

    @ContractCase(
            id = "sora-guide.generations.completes",
            claims = {"SG-21", "SG-22"},
            cost = "unpriced")
    void a_generation_ends_with_the_url_of_its_video(SoraGuide guide) {
        List<Answer> answers = guide.follow(guide.generate(Requested.video("A figure walks")));
        Answer end = answers.get(answers.size() - 1);

        assertThat(end)
                .hasJson("/status", "\"completed\"")
                .hasJson("/progress", "100")
                .hasText("/video_url", "https?://.+");
        Answer video = guide.requests().get(end.json().path("video_url").asText());
        assertThat(video).hasStatus(200);
        Assertions.assertThat(video.header("Content-Type")).startsWith("video/");
    }

    @ContractCase(
            id = "sora-guide.generations.unknown",
            claims = {"SG-15", "SG-33"},
            cost = "free")
    void a_generation_that_nobody_started_is_not_found(SoraGuide guide) {
        Requested.refused(guide.generation("task_0123456789abcdef0123456789abcdef"), 404);
    }

    @ContractCase(
            id = "sora-guide.generations.fails",
            claims = {"SG-39"},
            cost = "unpriced")
    @EmulatorOnly(reason = "a failure of the service cannot be asked for")
    void a_generation_that_fails_says_why(SoraGuide guide, Control control) {
        control.strikeNext("fails; kind=task-failed");
        List<Answer> answers = guide.follow(guide.generate(Requested.video("A figure walks")));

        assertThat(answers.get(answers.size() - 1))
                .hasJson("/status", "\"failed\"")
                .hasText("/error/message", ".+");
        control.allStruck();
    }

    @ContractCase(
            id = "sora-guide.mentions.by-id",
            claims = {"SG-19", "SG-24"},
            cost = "unpriced")
    void one_or_several_characters_are_mentioned_by_their_ids(SoraGuide guide) {
        String hero = made(guide, "character_id");
        String sidekick = made(guide, "character_id");

        assertThat(guide.generate(Requested.video("@" + hero + " walks"))).hasStatus(200);
        assertThat(guide.generate(Requested.video("@%s @%s having a conversation".formatted(hero, sidekick))))
                .hasStatus(200);
        assertThat(guide.generate(Requested.video("@%s confronting @%s in a warehouse".formatted(sidekick, hero))))
                .hasStatus(200);
    }

    @ContractCase(
            id = "sora-guide.mentions.by-user-name",
            claims = {"SG-25"},
            cost = "unpriced")
    void a_character_is_mentioned_by_its_user_name_as_at_the_proxies(SoraGuide guide) {
        String username = made(guide, "username");

        assertThat(guide.generate(Requested.video("@" + username + " walks"))).hasStatus(200);
        assertThat(guide.generate(Requested.video("@{" + username + "} walks"))).hasStatus(200);
    }

    @ContractCase(
            id = "sora-guide.mentions.unknown",
            claims = {"SG-23", "SG-33"},
            cost = "unpriced")
    void a_character_that_nobody_made_is_refused(SoraGuide guide) {
        Requested.refused(guide.generate(Requested.video("@char_abc123 walks")), 400, 404);
    }

    private static String made(SoraGuide guide, String field) {
        return guide.createCharacter(Requested.part(guide)).json().path(field).asText();
    }
}
