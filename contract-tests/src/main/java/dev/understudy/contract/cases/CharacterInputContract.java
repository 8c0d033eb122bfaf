package dev.understudy.contract.cases;

import static dev.understudy.contract.api.ContractAssertions.assertThat;

import dev.understudy.contract.ContractCase;
import dev.understudy.contract.api.Answer;
import dev.understudy.contract.api.Api;
import dev.understudy.contract.api.Clip;
import java.util.List;
import java.util.Map;

/** Which requests for a character are refused. */
final class CharacterInputContract {
    @ContractCase(
            id = "characters.create.missing-video",
            claims = {"CH-02", "ER-02", "ER-03"},
            cost = "1 x characters")
    void the_video_is_required(Api api) {
        assertThat(api.submit(Api.CHARACTERS, Map.of("name", "Joe"))).refusedWith(400);
    }

    @ContractCase(
            id = "characters.create.missing-name",
            claims = {"CH-03", "ER-02", "ER-03"},
            cost = "1 x characters")
    void the_name_is_required(Api api) {
        assertThat(api.submit(Api.CHARACTERS, Map.of("video", api.urlOf(Clip.THREE_SECONDS))))
                .refusedWith(400);
    }

    @ContractCase(
            id = "characters.create.blank-name",
            claims = {"CH-05", "ER-03"},
            cost = "1 x characters")
    void a_blank_name_is_an_error(Api api) {
        Refusal.ofEitherKind(api, create(api, api.urlOf(Clip.THREE_SECONDS), "  "));
    }

    @ContractCase(
            id = "characters.create.over-long-name",
            claims = {"CH-05", "ER-03"},
            cost = "1 x characters")
    void a_name_of_81_characters_is_an_error(Api api) {
        Refusal.ofEitherKind(api, create(api, api.urlOf(Clip.THREE_SECONDS), "J".repeat(81)));
    }

    @ContractCase(
            id = "characters.create.longest-name",
            claims = {"CH-05"},
            cost = "1 x characters")
    void a_name_of_80_characters_is_kept_whole(Api api) {
        String name = api.uniqueName("J").concat("J".repeat(80)).substring(0, 80);

        Answer end =
                api.follow(create(api, api.urlOf(Clip.THREE_SECONDS), name)).last();

        assertThat(end).hasJson("/data/outputs/0/name", '"' + name + '"');
    }

    @ContractCase(
            id = "characters.create.wrong-types",
            claims = {"CH-14", "ER-02", "ER-03"},
            cost = "1 x characters")
    void a_video_that_is_no_text_is_refused(Api api) {
        assertThat(create(api, List.of("https://example.com/walk-3s.mp4"), "Joe"))
                .refusedWith(400);
    }

    @ContractCase(
            id = "characters.create.unknown-key-dropped",
            claims = {"CH-15"},
            cost = "1 x characters")
    void an_unknown_key_is_dropped(Api api) {
        Answer answer = api.submit(
                Api.CHARACTERS,
                Map.of("video", api.urlOf(Clip.THREE_SECONDS), "name", api.uniqueName("Joe"), "mood", "cheerful"));

        assertThat(api.follow(answer)).completed();
    }

    @ContractCase(
            id = "characters.create.malformed-json",
            claims = {"ER-08"},
            cost = "1 x characters")
    void a_body_that_is_not_json_is_refused(Api api) {
        assertThat(api.submitText(Api.CHARACTERS, "application/json", "{\"video\": \"https://"))
                .refusedWith(400);
    }

    @ContractCase(
            id = "characters.create.wrong-content-type",
            claims = {"ER-08"},
            cost = "1 x characters")
    void a_body_that_is_a_form_is_refused(Api api) {
        assertThat(api.submitText(Api.CHARACTERS, "application/x-www-form-urlencoded", "video=a.mp4&name=Joe"))
                .refusedWith(400, 415);
    }

    private static Answer create(Api api, Object video, Object name) {
        return api.submit(Api.CHARACTERS, Map.of("video", video, "name", name));
    }
}
