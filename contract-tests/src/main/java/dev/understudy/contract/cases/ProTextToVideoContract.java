package dev.understudy.contract.cases;

import static dev.understudy.contract.api.ContractAssertions.assertThat;

import dev.understudy.contract.ContractCase;
import dev.understudy.contract.api.Api;
import java.util.List;
import java.util.Map;

/** The two models that make a video of words in six sizes. */
final class ProTextToVideoContract {
    private static final String PROMPT = "A figure walks through an empty room";

    @ContractCase(
            id = "text-to-video-pro.completes",
            claims = {"MO-03", "TV-04"},
            cost = "1 x text-to-video-pro")
    void text_to_video_pro_makes_a_video(Api api) {
        becomesAVideo(api, Models.TEXT_TO_VIDEO_PRO, Map.of("prompt", PROMPT, "size", "1024*1792"));
    }

    @ContractCase(
            id = "text-to-video-pro.with-character",
            claims = {"TV-06"},
            cost = "1 x characters (shared) + 1 x text-to-video-pro")
    void a_created_character_can_play_in_a_better_video(Api api) {
        becomesAVideo(
                api,
                Models.TEXT_TO_VIDEO_PRO,
                Map.of("prompt", PROMPT, "characters", List.of(Map.of("id", api.sharedCharacterId()))));
    }

    @ContractCase(
            id = "text-to-video-pro.bad-size",
            claims = {"MO-03", "ER-02", "ER-03"},
            cost = "1 x text-to-video-pro")
    void text_to_video_pro_refuses_a_size_that_is_not_offered(Api api) {
        assertThat(api.submit(Models.TEXT_TO_VIDEO_PRO, Map.of("prompt", PROMPT, "size", "640*480")))
                .refusedWith(400);
    }

    @ContractCase(
            id = "sora-2-pro.text-to-video.completes",
            claims = {"MO-03", "TV-04"},
            cost = "1 x sora-2-pro/text-to-video")
    void the_pro_family_makes_a_video(Api api) {
        becomesAVideo(api, Models.PRO_TEXT_TO_VIDEO, Map.of("prompt", PROMPT));
    }

    @ContractCase(
            id = "sora-2-pro.text-to-video.missing-prompt",
            claims = {"TV-08", "ER-02", "ER-03"},
            cost = "1 x sora-2-pro/text-to-video")
    void the_pro_family_needs_a_prompt(Api api) {
        assertThat(api.submit(Models.PRO_TEXT_TO_VIDEO, Map.of("duration", 4))).refusedWith(400);
    }

    private static void becomesAVideo(Api api, String model, Map<String, Object> input) {
        assertThat(api.follow(api.submit(model, input)))
                .movedOnlyForward()
                .completed()
                .eachAnswer(answer -> assertThat(answer).hasJson("/data/model", '"' + model + '"'))
                .outputsAreVideos();
    }
}
