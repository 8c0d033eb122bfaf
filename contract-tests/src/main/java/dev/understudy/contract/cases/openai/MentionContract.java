package dev.understudy.contract.cases.openai;

import static dev.understudy.contract.api.ContractAssertions.assertThat;

import dev.understudy.contract.ContractCase;
import dev.understudy.contract.api.Answer;
import dev.understudy.contract.api.Clip;
import dev.understudy.contract.api.Form;
import dev.understudy.contract.api.OpenAi;
import java.util.List;
import java.util.Map;

/** Characters in videos: by their ids, and by their names in the prompt. */
final class MentionContract {
    private static final String PROMPT = "Mossy, a teapot, walks through a market";

    @ContractCase(
            id = "openai.mentions.json",
            claims = {"OV-22"},
            cost = "unpriced")
    void a_video_with_a_character_that_its_prompt_names_completes(OpenAi openai) {
        List<Answer> answers = openai.follow(create(openai, PROMPT, openai.sharedCharacterId()));

        assertThat(answers.get(answers.size() - 1)).hasJson("/status", "\"completed\"");
    }

    @ContractCase(
            id = "openai.mentions.form.brackets",
            claims = {"OV-22", "OV-24"},
            cost = "unpriced")
    void a_form_names_its_characters_with_empty_brackets(OpenAi openai) {
        Form form = Form.empty().text("prompt", PROMPT).text("characters[][id]", openai.sharedCharacterId());

        Videos.isWhole(openai.requests().post("/videos", form));
    }

    @ContractCase(
            id = "openai.mentions.form.numbered",
            claims = {"OV-22", "OV-25"},
            cost = "unpriced")
    void a_form_may_number_its_characters(OpenAi openai) {
        Form form = Form.empty().text("prompt", PROMPT).text("characters[0][id]", openai.sharedCharacterId());

        Videos.isWhole(openai.requests().post("/videos", form));
    }

    @ContractCase(
            id = "openai.mentions.form.unknown",
            claims = {"OV-24", "OV-28"},
            cost = "unpriced")
    void a_form_is_read_well_enough_to_miss_a_character_in_it(OpenAi openai) {
        Form form = Form.empty().text("prompt", PROMPT).text("characters[][id]", "char_" + "0".repeat(32));

        Refusal.with(openai.requests().post("/videos", form), 400, 404);
    }

    @ContractCase(
            id = "openai.mentions.two",
            claims = {"OV-22"},
            cost = "unpriced")
    void two_characters_may_meet_in_a_video(OpenAi openai) {
        String other = Videos.id(openai.createCharacter(Clip.TWO_SECONDS, "Fern"));

        Videos.isWhole(create(openai, PROMPT + " with Fern", openai.sharedCharacterId(), other));
    }

    @ContractCase(
            id = "openai.mentions.three",
            claims = {"OV-26", "OV-11"},
            cost = "unpriced")
    void a_third_character_is_too_many(OpenAi openai) {
        String second = Videos.id(openai.createCharacter(Clip.TWO_SECONDS, "Fern"));
        String third = Videos.id(openai.createCharacter(Clip.TWO_SECONDS, "Moth"));

        Refusal.of(
                "characters",
                create(openai, PROMPT + " with Fern and Moth", openai.sharedCharacterId(), second, third));
    }

    @ContractCase(
            id = "openai.mentions.unknown",
            claims = {"OV-28", "OV-11"},
            cost = "unpriced")
    void a_character_that_nobody_made_is_refused(OpenAi openai) {
        Refusal.with(create(openai, PROMPT, "char_" + "0".repeat(32)), 400, 404);
    }

    @ContractCase(
            id = "openai.mentions.not-named",
            claims = {"OV-27"},
            cost = "unpriced")
    void a_character_that_the_prompt_does_not_name_is_refused_or_left_out(OpenAi openai) {
        Answer answer = create(openai, "A teapot walks through a market", openai.sharedCharacterId());

        if (answer.status() == 200) {
            Videos.isWhole(answer);
        } else {
            Refusal.with(answer, 400);
        }
    }

    private static Answer create(OpenAi openai, String prompt, String... characters) {
        List<Map<String, String>> ids =
                List.of(characters).stream().map(id -> Map.of("id", id)).toList();
        return openai.createVideo(Map.of("prompt", prompt, "characters", ids));
    }
}
