package dev.understudy.contract.cases;

import static dev.understudy.contract.api.ContractAssertions.assertThat;

import dev.understudy.contract.ContractCase;
import dev.understudy.contract.api.Api;
import dev.understudy.contract.api.Clip;
import java.util.Map;

/** The three models that make a video of a picture. */
final class ImageToVideoContract {
    private static final int MEDIA_ACCESS_FAILED = 1402;
    private static final String PROMPT = "The figure begins to walk";

    @ContractCase(
            id = "image-to-video.completes",
            claims = {"IV-01", "TV-04"},
            cost = "1 x image-to-video")
    void a_picture_becomes_a_video(Api api) {
        becomesAVideo(api, Models.IMAGE_TO_VIDEO, Map.of("prompt", PROMPT, "image", api.urlOf(Clip.PICTURE)));
    }

    @ContractCase(
            id = "image-to-video.missing-image",
            claims = {"IV-01", "ER-02", "ER-03"},
            cost = "1 x image-to-video")
    void the_image_is_required(Api api) {
        assertThat(api.submit(Models.IMAGE_TO_VIDEO, Map.of("prompt", PROMPT))).refusedWith(400);
    }

    @ContractCase(
            id = "image-to-video.missing-prompt",
            claims = {"IV-01", "ER-02", "ER-03"},
            cost = "1 x image-to-video")
    void the_prompt_is_required(Api api) {
        assertThat(api.submit(Models.IMAGE_TO_VIDEO, Map.of("image", api.urlOf(Clip.PICTURE))))
                .refusedWith(400);
    }

    @ContractCase(
            id = "image-to-video.unreachable",
            claims = {"IV-03", "PR-09"},
            cost = "1 x image-to-video")
    void an_image_that_cannot_be_reached_fails(Api api) {
        // Port 1 of the machine that fetches: nothing listens there, wherever the target runs.
        assertThat(api.follow(api.submit(
                        Models.IMAGE_TO_VIDEO, Map.of("prompt", PROMPT, "image", "http://127.0.0.1:1/still.png"))))
                .failedWith(MEDIA_ACCESS_FAILED);
    }

    @ContractCase(
            id = "image-to-video.not-an-image",
            claims = {"IV-04", "PR-09"},
            cost = "1 x image-to-video")
    void a_file_that_is_no_image_fails(Api api) {
        assertThat(api.follow(api.submit(
                        Models.IMAGE_TO_VIDEO, Map.of("prompt", PROMPT, "image", api.urlOf(Clip.NOT_A_VIDEO)))))
                .failedWith(MEDIA_ACCESS_FAILED);
    }

    @ContractCase(
            id = "image-to-video-pro.completes",
            claims = {"IV-01", "TV-04"},
            cost = "1 x image-to-video-pro")
    void a_picture_becomes_a_better_video(Api api) {
        becomesAVideo(
                api,
                Models.IMAGE_TO_VIDEO_PRO,
                Map.of("prompt", PROMPT, "image", api.urlOf(Clip.PICTURE), "resolution", "1080p"));
    }

    @ContractCase(
            id = "image-to-video-pro.bad-resolution",
            claims = {"IV-01", "ER-02", "ER-03"},
            cost = "1 x image-to-video-pro")
    void a_resolution_that_is_not_offered_is_refused(Api api) {
        assertThat(api.submit(
                        Models.IMAGE_TO_VIDEO_PRO,
                        Map.of("prompt", PROMPT, "image", api.urlOf(Clip.PICTURE), "resolution", "4k")))
                .refusedWith(400);
    }

    @ContractCase(
            id = "sora-2-pro.image-to-video.completes",
            claims = {"IV-01", "TV-04"},
            cost = "1 x sora-2-pro/image-to-video")
    void a_picture_becomes_a_video_of_the_pro_family(Api api) {
        becomesAVideo(api, Models.PRO_IMAGE_TO_VIDEO, Map.of("prompt", PROMPT, "image", api.urlOf(Clip.PICTURE)));
    }

    private static void becomesAVideo(Api api, String model, Map<String, Object> input) {
        assertThat(api.follow(api.submit(model, input)))
                .movedOnlyForward()
                .completed()
                .eachAnswer(answer -> assertThat(answer).hasJson("/data/model", '"' + model + '"'))
                .outputsAreVideos();
    }
}
