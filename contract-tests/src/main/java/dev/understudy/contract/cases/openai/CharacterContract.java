package dev.understudy.contract.cases.openai;

import static dev.understudy.contract.api.ContractAssertions.assertThat;

import dev.understudy.contract.ContractCase;
import dev.understudy.contract.api.Answer;
import dev.understudy.contract.api.Clip;
import dev.understudy.contract.api.Form;
import dev.understudy.contract.api.OpenAi;
import org.assertj.core.api.Assertions;

/** Characters: made at once of a file, and looked up by their ids. */
final class CharacterContract {
    private static final String CHARACTERS = "/videos/characters";

    @ContractCase(
            id = "openai.characters.create.file",
            claims = {"OV-02", "OV-03", "OV-04"},
            cost = "unpriced")
    void a_file_and_a_name_are_answered_with_the_character(OpenAi openai) {
        isCharacter(openai.createCharacter(Clip.THREE_SECONDS, "Mossy"), "Mossy");
    }

    @ContractCase(
            id = "openai.characters.create.bytes",
            claims = {"OV-02", "OV-05"},
            cost = "unpriced")
    void bytes_without_a_file_name_are_a_file_all_the_same(OpenAi openai) {
        Form form = Form.empty().text("name", "Mossy").bytes("video", Clip.TWO_SECONDS);

        isCharacter(openai.requests().post(CHARACTERS, form), "Mossy");
    }

    @ContractCase(
            id = "openai.characters.create.new-id-each-time",
            claims = {"OV-04"},
            cost = "unpriced")
    void the_same_clip_under_the_same_name_is_another_character(OpenAi openai) {
        Answer first = openai.createCharacter(Clip.THREE_SECONDS, "Mossy");
        Answer second = openai.createCharacter(Clip.THREE_SECONDS, "Mossy");

        assertThat(first).hasStatus(200);
        Assertions.assertThat(first.json().path("id"))
                .isNotEqualTo(second.json().path("id"));
    }

    @ContractCase(
            id = "openai.characters.retrieve",
            claims = {"OV-06"},
            cost = "unpriced")
    void a_character_is_looked_up_as_it_was_made(OpenAi openai) {
        Answer created = openai.createCharacter(Clip.FOUR_SECONDS, "Mossy");
        Answer found = openai.requests()
                .get(CHARACTERS + "/" + created.json().path("id").asText());

        assertThat(found).hasStatus(200);
        Assertions.assertThat(found.json()).as("%s", found).isEqualTo(created.json());
    }

    @ContractCase(
            id = "openai.characters.unknown",
            claims = {"OV-10", "OV-11"},
            cost = "free")
    void a_character_that_nobody_made_is_not_found(OpenAi openai) {
        Refusal.with(openai.requests().get(CHARACTERS + "/char_" + "0".repeat(32)), 404);
    }

    @ContractCase(
            id = "openai.characters.name.longest",
            claims = {"OV-07"},
            cost = "unpriced")
    void a_name_of_eighty_characters_is_taken(OpenAi openai) {
        isCharacter(openai.createCharacter(Clip.THREE_SECONDS, "m".repeat(80)), "m{80}");
    }

    @ContractCase(
            id = "openai.characters.name.too-long",
            claims = {"OV-07", "OV-11"},
            cost = "unpriced")
    void a_name_of_eighty_one_characters_is_refused(OpenAi openai) {
        Refusal.of("name", openai.createCharacter(Clip.THREE_SECONDS, "m".repeat(81)));
    }

    @ContractCase(
            id = "openai.characters.name.empty",
            claims = {"OV-07", "OV-11"},
            cost = "unpriced")
    void an_empty_name_is_refused(OpenAi openai) {
        Refusal.of("name", openai.createCharacter(Clip.THREE_SECONDS, ""));
    }

    @ContractCase(
            id = "openai.characters.name.missing",
            claims = {"OV-02", "OV-11"},
            cost = "unpriced")
    void a_character_needs_a_name(OpenAi openai) {
        Refusal.of("name", openai.requests().post(CHARACTERS, Form.empty().file("video", Clip.THREE_SECONDS)));
    }

    @ContractCase(
            id = "openai.characters.video.missing",
            claims = {"OV-02", "OV-11"},
            cost = "unpriced")
    void a_character_needs_a_video(OpenAi openai) {
        Refusal.of("video", openai.requests().post(CHARACTERS, Form.empty().text("name", "Mossy")));
    }

    @ContractCase(
            id = "openai.characters.video.too-long",
            claims = {"OV-08"},
            cost = "unpriced")
    void a_clip_of_five_seconds_is_refused(OpenAi openai) {
        Refusal.with(openai.createCharacter(Clip.TOO_LONG, "Mossy"), 400);
    }

    @ContractCase(
            id = "openai.characters.video.not-a-video",
            claims = {"OV-12"},
            cost = "unpriced")
    void a_file_that_is_no_video_is_refused(OpenAi openai) {
        Refusal.with(openai.createCharacter(Clip.NOT_A_VIDEO, "Mossy"), 400);
    }

    private static void isCharacter(Answer answer, String name) {
        assertThat(answer)
                .hasStatus(200)
                .hasText("/id", "char_[0-9a-f]{32}")
                .hasText("/name", name)
                .hasJson("/created_at", answer.json().path("created_at").asLong() + "");
        Assertions.assertThat(answer.json().fieldNames())
                .toIterable()
                .as("%s", answer)
                .containsExactlyInAnyOrder("id", "name", "created_at");
    }
}
