package dev.understudy.dialect.openai;

import dev.understudy.dialect.Call;
import dev.understudy.dialect.Request;
import dev.understudy.sandbox.MediaTypes;
import dev.understudy.sandbox.Uploads;
import java.io.IOException;
import java.io.InputStream;

/** Files that come within a call. They are kept as uploads, where jobs and their readers find them. */
final class Files {

    private Files() {}

    static Uploads.Upload keep(Call call, Request.Field file) throws IOException {
        Request.FormFile content = file.content();
        String type = content.contentType().orElseGet(() -> MediaTypes.of(content.fileName()));
        try (InputStream bytes = content.open()) {
            return keep(call, content.fileName(), type, bytes);
        }
    }

    static Uploads.Upload keep(Call call, String name, String type, InputStream bytes) throws IOException {
        Uploads uploads = call.sandbox().uploads();
        return uploads.fill(uploads.open(name, MediaTypes.served(type)).address(), true, bytes);
    }

    /** Where a job finds it. */
    static String url(Call call, Uploads.Upload upload) {
        return call.request().baseUrl() + upload.address().path();
    }
}
