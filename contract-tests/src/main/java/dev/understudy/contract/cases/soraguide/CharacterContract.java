package dev.understudy.contract.cases.soraguide;

import static dev.understudy.contract.api.ContractAssertions.assertThat;

import dev.understudy.contract.ContractCase;
import dev.understudy.contract.EmulatorOnly;
import dev.understudy.contract.api.Answer;
import dev.understudy.contract.api.Clip;
import dev.understudy.contract.api.Control;
import dev.understudy.contract.api.Credential;
import dev.understudy.contract.api.SoraGuide;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Making characters, and what becomes of them. */
final class CharacterContract {
    @ContractCase(
            id = "sora-guide.characters.from-url",
            claims = {"SG-02"},
            cost = "unpriced")
    void a_part_of_a_video_makes_a_character_while_the_caller_waits(SoraGuide guide) {
        assertThat(guide.createCharacter(Requested.part(guide))).hasStatus(200).hasText("/character_id", "ch(ar)?_.+");
    }

    @ContractCase(
            id = "sora-guide.characters.proxies-fields",
            claims = {"SG-04"},
            cost = "unpriced")
    void a_character_has_a_user_name_and_a_page_as_at_the_proxies(SoraGuide guide) {
        Answer made = guide.createCharacter(Requested.part(guide));

        assertThat(made).hasStatus(200).hasText("/username", "[0-9a-z_]{9}\\.[a-z]+");
        String username = made.json().path("username").asText();
        assertThat(made)
                .hasText("/permalink", "https?://.+/profile/" + username)
                .hasText("/profile_picture_url", "https?://.+")
                .hasText("/display_name", ".+");
    }

    @ContractCase(
            id = "sora-guide.characters.id-shape",
            claims = {"SG-05"},
            cost = "unpriced")
    void an_id_begins_with_the_time_and_has_8191_in_its_middle(SoraGuide guide) {
        Answer made = guide.createCharacter(Requested.part(guide));

        assertThat(made).hasStatus(200).hasText("/id", "ch_[0-9a-f]{12}8191[0-9a-f]{16}");
        long time = Long.parseLong(made.json().path("id").asText().substring(3, 11), 16);
        assertThat(made).hasNumber("/created_at", Long.toString(time));
    }

    @ContractCase(
            id = "sora-guide.characters.proxies-address",
            claims = {"SG-03"},
            cost = "unpriced")
    void the_proxies_have_it_at_an_address_with_other_order_of_words(SoraGuide guide) {
        assertThat(guide.createCharacterAtProxy(Requested.part(guide)))
                .hasStatus(200)
                .hasText("/id", "ch_.+");
    }

    @ContractCase(
            id = "sora-guide.characters.model-is-fixed",
            claims = {"SG-07", "SG-33"},
            cost = "unpriced")
    void another_model_is_refused(SoraGuide guide) {
        Map<String, Object> input = Requested.part(guide, "1,3");

        input.put("model", "sora-2");
        Requested.refused(guide.createCharacter(input), 400);
        input.remove("model");
        Requested.refused(guide.createCharacter(input), 400);
    }

    @ContractCase(
            id = "sora-guide.characters.one-source",
            claims = {"SG-08", "SG-33"},
            cost = "unpriced")
    void two_sources_are_one_too_many_and_none_is_one_too_few(SoraGuide guide) {
        Map<String, Object> input = Requested.part(guide, "1,3");

        input.put("from_task", "task_0123456789abcdef0123456789abcdef");
        Requested.refused(guide.createCharacter(input), 400);
        input.remove("from_task");
        input.remove("url");
        Requested.refused(guide.createCharacter(input), 400);
    }

    @ContractCase(
            id = "sora-guide.characters.from-task",
            claims = {"SG-11"},
            cost = "unpriced")
    void a_video_of_ones_own_makes_a_character_without_timestamps(SoraGuide guide) {
        List<Answer> video = guide.follow(guide.generate(Requested.video("A figure walks")));
        String task = video.get(0).json().path("id").asText();

        assertThat(guide.createCharacter(Map.of("model", Requested.CHARACTER, "from_task", task)))
                .hasStatus(200)
                .hasText("/character_id", "ch(ar)?_.+");
    }

    @ContractCase(
            id = "sora-guide.characters.from-task.unknown",
            claims = {"SG-15", "SG-33"},
            cost = "unpriced")
    void a_task_that_nobody_started_is_not_found(SoraGuide guide) {
        Answer answer = guide.createCharacter(Map.of("model", Requested.CHARACTER, "from_task", "task_abc123xyz789"));

        Requested.refused(answer, 404);
        assertThat(answer).hasText("/error/message", "Task not found.*");
    }

    @ContractCase(
            id = "sora-guide.characters.from-task.unfinished",
            claims = {"SG-36"},
            cost = "unpriced")
    @EmulatorOnly(reason = "how long a task takes is not for the kit to choose")
    void a_task_that_has_no_video_yet_makes_no_character(SoraGuide guide, Control control) {
        control.freeze();
        String task = guide.generate(Requested.video("A figure walks"))
                .json()
                .path("id")
                .asText();

        Requested.refused(guide.createCharacter(Map.of("model", Requested.CHARACTER, "from_task", task)), 400, 404);
    }

    @ContractCase(
            id = "sora-guide.characters.not-listed",
            claims = {"SG-26"},
            cost = "free")
    void there_is_no_list_of_characters(SoraGuide guide) {
        Requested.refused(guide.requests().get("/v1/sora/characters"), 404, 405);
    }

    @ContractCase(
            id = "sora-guide.characters.of-one-key",
            claims = {"SG-27"},
            cost = "unpriced")
    void somebody_elses_character_cannot_be_used(SoraGuide guide) {
        String id = guide.createCharacter(Requested.part(guide))
                .json()
                .path("character_id")
                .asText();

        Answer answer = guide.requests()
                .as(Credential.OTHER_KEY)
                .post("/v1/sora/generations", Requested.video("@" + id + " walks"));
        Requested.refused(answer, 400, 403, 404);
    }

    @ContractCase(
            id = "sora-guide.characters.immutable",
            claims = {"SG-28"},
            cost = "unpriced")
    void a_character_cannot_be_changed_or_deleted(SoraGuide guide) {
        String id = guide.createCharacter(Requested.part(guide))
                .json()
                .path("character_id")
                .asText();
        String address = "/v1/sora/characters/" + id;

        Requested.refused(guide.requests().post(address, Map.of("display_name", "Another Name")), 404, 405);
        Requested.refused(guide.requests().delete(address), 404, 405);
        assertThat(guide.generate(Requested.video("@" + id + " walks"))).hasStatus(200);
    }

    @ContractCase(
            id = "sora-guide.characters.never-expire",
            claims = {"SG-29"},
            cost = "unpriced")
    @EmulatorOnly(reason = "nobody waits for a year")
    void a_character_can_be_used_after_a_year(SoraGuide guide, Control control) {
        control.freeze();
        String id = guide.createCharacter(Map.of(
                        "model", Requested.CHARACTER, "url", "https://example.com/my-video.mp4", "timestamps", "5,8"))
                .json()
                .path("character_id")
                .asText();

        control.advance(Duration.ofDays(366));

        assertThat(guide.generate(Requested.video("@" + id + " walks"))).hasStatus(200);
    }

    @ContractCase(
            id = "sora-guide.characters.no-video",
            claims = {"SG-17", "SG-33"},
            cost = "unpriced")
    void what_is_no_video_cannot_be_processed(SoraGuide guide) {
        Answer answer = guide.createCharacter(
                Map.of("model", Requested.CHARACTER, "url", guide.urlOf(Clip.NOT_A_VIDEO), "timestamps", "0,1"));

        Requested.refused(answer, 500);
        assertThat(answer).hasText("/error/message", "Processing failed.*");
    }
}
