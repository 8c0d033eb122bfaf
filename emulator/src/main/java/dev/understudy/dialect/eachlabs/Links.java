package dev.understudy.dialect.eachlabs;

import dev.understudy.dialect.Call;
import dev.understudy.prediction.Output;
import dev.understudy.prediction.Prediction;
import dev.understudy.sandbox.MediaAddress;

/**
 * How an answer points to a job and to what it made.
 *
 * @param sandbox the reference of the sandbox
 */
record Links(String baseUrl, String sandbox) {

    static Links of(Call call) {
        return new Links(call.request().baseUrl(), call.sandbox().reference());
    }

    String job(Prediction job) {
        return baseUrl + "/v1/prediction/" + Uuids.dashed(job.id());
    }

    String media(Prediction job, Output.Video video) {
        return baseUrl + new MediaAddress(sandbox, MediaAddress.Kind.PREDICTIONS, job.id(), video.fileName()).path();
    }
}
