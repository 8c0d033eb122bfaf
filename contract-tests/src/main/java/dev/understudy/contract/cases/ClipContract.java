package dev.understudy.contract.cases;

import static dev.understudy.contract.api.ContractAssertions.assertThat;

import dev.understudy.contract.ContractCase;
import dev.understudy.contract.api.Api;
import dev.understudy.contract.api.Clip;

/** Which clips make a character. */
final class ClipContract {
    private static final int INVALID_PARAMETER = 1401;
    private static final int MEDIA_ACCESS_FAILED = 1402;

    @ContractCase(
            id = "characters.clip.boundary-2s",
            claims = {"CH-06"},
            cost = "1 x characters")
    void two_seconds_are_enough(Api api) {
        assertThat(api.createCharacter(api.urlOf(Clip.TWO_SECONDS))).completed();
    }

    @ContractCase(
            id = "characters.clip.boundary-4s",
            claims = {"CH-06"},
            cost = "1 x characters")
    void four_seconds_are_not_too_long(Api api) {
        assertThat(api.createCharacter(api.urlOf(Clip.FOUR_SECONDS))).completed();
    }

    @ContractCase(
            id = "characters.clip.too-short",
            claims = {"CH-06", "CH-09"},
            cost = "1 x characters")
    void one_and_a_half_seconds_fail(Api api) {
        assertThat(api.createCharacter(api.urlOf(Clip.TOO_SHORT))).failedWith(INVALID_PARAMETER);
    }

    @ContractCase(
            id = "characters.clip.too-long",
            claims = {"CH-06", "CH-09"},
            cost = "1 x characters")
    void five_seconds_fail(Api api) {
        assertThat(api.createCharacter(api.urlOf(Clip.TOO_LONG))).failedWith(INVALID_PARAMETER);
    }

    @ContractCase(
            id = "characters.clip.not-a-video",
            claims = {"CH-17", "PR-09"},
            cost = "1 x characters (shared failure)")
    void a_file_that_is_no_video_fails(Api api) {
        assertThat(api.sharedFailure()).failedWith(MEDIA_ACCESS_FAILED);
    }

    @ContractCase(
            id = "characters.clip.unreachable",
            claims = {"CH-10", "PR-09"},
            cost = "1 x characters")
    void a_clip_that_cannot_be_reached_fails(Api api) {
        // Port 1 of the machine that fetches: nothing listens there, wherever the target runs.
        assertThat(api.createCharacter("http://127.0.0.1:1/walk-3s.mp4")).failedWith(MEDIA_ACCESS_FAILED);
    }
}
