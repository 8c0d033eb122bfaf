package dev.understudy.contract.cases.openai;

import static dev.understudy.contract.api.ContractAssertions.assertThat;

import dev.understudy.contract.ContractCase;
import dev.understudy.contract.api.Answer;
import dev.understudy.contract.api.Form;
import dev.understudy.contract.api.OpenAi;
import java.util.Map;

/** What is made of a video that is there: remixes, edits, extensions. */
final class ReworkContract {
    private static final String PROMPT = "The same, in the rain";

    @ContractCase(
            id = "openai.remix.json",
            claims = {"OV-41"},
            cost = "unpriced")
    void a_remix_names_what_it_was_made_of(OpenAi openai) {
        String source = openai.sharedVideoId();
        Answer remix = openai.requests().post("/videos/" + source + "/remix", Map.of("prompt", PROMPT));

        isMadeOf(source, remix);
        assertThat(remix).hasJson("/prompt", '"' + PROMPT + '"');
    }

    @ContractCase(
            id = "openai.remix.form",
            claims = {"OV-41"},
            cost = "unpriced")
    void a_remix_may_be_asked_for_with_a_form(OpenAi openai) {
        String source = openai.sharedVideoId();

        isMadeOf(
                source,
                openai.requests()
                        .post("/videos/" + source + "/remix", Form.empty().text("prompt", PROMPT)));
    }

    @ContractCase(
            id = "openai.remix.unknown",
            claims = {"OV-37", "OV-11"},
            cost = "unpriced")
    void what_nobody_made_cannot_be_remixed(OpenAi openai) {
        Refusal.with(
                openai.requests().post("/videos/video_" + "0".repeat(48) + "/remix", Map.of("prompt", PROMPT)), 404);
    }

    @ContractCase(
            id = "openai.edits.json",
            claims = {"OV-42"},
            cost = "unpriced")
    void an_edit_is_a_video_of_its_own(OpenAi openai) {
        Answer edit = openai.requests()
                .post("/videos/edits", Map.of("video", Map.of("id", openai.sharedVideoId()), "prompt", PROMPT));

        Videos.isWhole(edit);
        assertThat(edit).hasJson("/prompt", '"' + PROMPT + '"');
    }

    @ContractCase(
            id = "openai.edits.form",
            claims = {"OV-42"},
            cost = "unpriced")
    void a_form_names_the_video_to_edit_in_brackets(OpenAi openai) {
        Form form = Form.empty().text("video[id]", openai.sharedVideoId()).text("prompt", PROMPT);

        Videos.isWhole(openai.requests().post("/videos/edits", form));
    }

    @ContractCase(
            id = "openai.extensions.form",
            claims = {"OV-43"},
            cost = "unpriced")
    void an_extension_is_as_long_as_both_together(OpenAi openai) {
        Form form = Form.empty()
                .text("video[id]", openai.sharedVideoId())
                .text("prompt", PROMPT)
                .text("seconds", "8");
        Answer extension = openai.requests().post("/videos/extensions", form);

        Videos.isWhole(extension);
        assertThat(extension).hasJson("/seconds", "\"12\"");
    }

    private static void isMadeOf(String source, Answer answer) {
        Videos.isWhole(answer);
        assertThat(answer).hasJson("/remixed_from_video_id", '"' + source + '"');
    }
}
