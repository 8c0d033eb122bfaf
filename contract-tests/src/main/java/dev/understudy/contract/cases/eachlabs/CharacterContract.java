package dev.understudy.contract.cases.eachlabs;

import static dev.understudy.contract.api.ContractAssertions.assertThat;

import dev.understudy.contract.ContractCase;
import dev.understudy.contract.api.Answer;
import dev.understudy.contract.api.Clip;
import dev.understudy.contract.api.EachLabs;
import java.util.List;
import java.util.Map;

/** Making characters of clips, and using them. */
final class CharacterContract {
    private static final String CHARACTER_ID = "char_[0-9a-f]{32}";

    @ContractCase(
            id = "eachlabs.characters.output",
            claims = {"EL-59", "EL-66", "EL-69"},
            cost = "unpriced")
    void a_clip_and_a_name_make_a_character_with_an_id(EachLabs client) {
        Answer end = Predictions.last(client.sharedCharacter());

        Predictions.isWhole(end);
        assertThat(end)
                .hasJson("/status", "\"success\"")
                .hasText("/output/id", CHARACTER_ID)
                .hasText("/output/name", "contract-Mossy-.+");
    }

    @ContractCase(
            id = "eachlabs.characters.input-is-shown",
            claims = {"EL-24", "EL-59"},
            cost = "unpriced")
    void the_input_is_shown_under_the_names_of_its_caller(EachLabs client) {
        assertThat(Predictions.last(client.sharedCharacter()))
                .hasKeysInAnyOrder("/input", "video_url", "name")
                .hasText("/input/video_url", "https?://.+");
    }

    @ContractCase(
            id = "eachlabs.characters.clip.longer",
            claims = {"EL-61"},
            cost = "unpriced")
    void of_a_clip_of_five_seconds_the_first_four_are_taken(EachLabs client) {
        assertThat(Predictions.last(client.follow(client.createCharacter(Clip.TOO_LONG))))
                .hasJson("/status", "\"success\"")
                .hasText("/output/id", CHARACTER_ID);
    }

    @ContractCase(
            id = "eachlabs.characters.clip.shorter",
            claims = {"EL-62", "EL-16"},
            cost = "unpriced")
    void a_clip_of_a_second_and_a_half_is_too_short(EachLabs client) {
        Refusal.soonerOrLater(client, client.createCharacter(Clip.TOO_SHORT));
    }

    @ContractCase(
            id = "eachlabs.characters.name.outside",
            claims = {"EL-78", "EL-16"},
            cost = "unpriced")
    void a_name_has_one_to_eighty_characters(EachLabs client) {
        String url = client.urlOf(Clip.THREE_SECONDS);

        for (String name : List.of("", "x".repeat(81))) {
            Refusal.soonerOrLater(client, client.create(EachLabs.CHARACTERS, Map.of("video_url", url, "name", name)));
        }
    }

    @ContractCase(
            id = "eachlabs.characters.missing-clip",
            claims = {"EL-59", "EL-16"},
            cost = "unpriced")
    void a_character_needs_a_clip(EachLabs client) {
        Refusal.soonerOrLater(client, client.create(EachLabs.CHARACTERS, Map.of("name", client.uniqueName("Nobody"))));
    }

    @ContractCase(
            id = "eachlabs.characters.used",
            claims = {"EL-64", "EL-66"},
            cost = "unpriced")
    void a_character_walks_through_a_video(EachLabs client) {
        Answer end = Predictions.last(client.follow(video(client, List.of(sharedCharacter(client)))));

        assertThat(end).hasJson("/status", "\"success\"");
    }

    @ContractCase(
            id = "eachlabs.characters.too-many",
            claims = {"EL-64", "EL-68"},
            cost = "unpriced")
    void three_characters_are_too_many_for_a_video(EachLabs client) {
        String id = sharedCharacter(client);

        Refusal.soonerOrLater(client, video(client, List.of(id, id, id)));
    }

    @ContractCase(
            id = "eachlabs.characters.unknown",
            claims = {"EL-64"},
            cost = "unpriced")
    void a_character_that_nobody_made_is_in_no_video(EachLabs client) {
        Refusal.soonerOrLater(client, video(client, List.of("char_00000000000000000000000000000000")));
    }

    private static String sharedCharacter(EachLabs client) {
        Answer end = Predictions.last(client.sharedCharacter());
        assertThat(end).hasText("/output/id", ".+");
        return end.json().at("/output/id").asText();
    }

    private static Answer video(EachLabs client, List<String> characters) {
        return client.create(
                EachLabs.TEXT_TO_VIDEO, Map.of("prompt", "Mossy walks through the rain", "character_ids", characters));
    }
}
