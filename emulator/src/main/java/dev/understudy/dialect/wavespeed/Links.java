package dev.understudy.dialect.wavespeed;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.understudy.dialect.Call;
import dev.understudy.prediction.Output;
import dev.understudy.prediction.Prediction;
import dev.understudy.sandbox.MediaAddress;
import dev.understudy.sandbox.MediaFile;
import dev.understudy.sandbox.MediaLibrary;
import java.io.IOException;
import java.util.Optional;

/**
 * How an answer points to a job's result and its media.
 *
 * @param sandbox the reference of the sandbox
 * @param inline where media are taken from that are to stand in the answer as base64; painting them takes a while
 */
record Links(String baseUrl, String sandbox, Optional<MediaLibrary> inline) {

    static Links of(Call call) {
        return new Links(call.request().baseUrl(), call.sandbox().reference(), Optional.empty());
    }

    Links inline(MediaLibrary media) {
        return new Links(baseUrl, sandbox, Optional.of(media));
    }

    String result(Prediction job) {
        return baseUrl + "/api/v3/predictions/" + job.id() + "/result";
    }

    void media(JsonGenerator json, Prediction job, Output.Video video) throws IOException {
        MediaAddress address = new MediaAddress(sandbox, MediaAddress.Kind.PREDICTIONS, job.id(), video.fileName());
        Optional<MediaFile> file = inline.flatMap(media -> media.find(address));
        if (file.isPresent() && file.get() instanceof MediaFile.InMemory content) {
            json.writeBinary(content.bytes());
        } else {
            json.writeString(baseUrl + address.path());
        }
    }
}
