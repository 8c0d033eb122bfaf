package dev.understudy.dialect.soraguide;

import dev.understudy.dialect.Call;
import dev.understudy.prediction.Output;
import dev.understudy.prediction.Prediction;
import dev.understudy.sandbox.MediaAddress;

/**
 * Where answers point to.
 *
 * @param sandbox the reference of the sandbox
 */
record Links(String baseUrl, String sandbox) {

    static Links of(Call call) {
        return new Links(call.request().baseUrl(), call.sandbox().reference());
    }

    String video(Prediction job, Output.Video video) {
        return baseUrl + new MediaAddress(sandbox, MediaAddress.Kind.PREDICTIONS, job.id(), video.fileName()).path();
    }

    /**
     * A character's page. Seen ones lead to the maker's site, where a name drawn here may be somebody's: so this one
     * leads to this server, which serves no such page. The same goes for the picture.
     */
    String profile(String username) {
        return baseUrl + "/sora/v1/profile/" + username;
    }

    String picture(String username) {
        return profile(username) + "/picture";
    }
}
