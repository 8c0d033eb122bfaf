package dev.understudy.dialect.wavespeed;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.understudy.dialect.Call;
import dev.understudy.dialect.Json;
import dev.understudy.dialect.Reply;
import dev.understudy.dialect.Request;
import dev.understudy.sandbox.MediaAddress;
import dev.understudy.sandbox.MediaTypes;
import dev.understudy.sandbox.Refused;
import dev.understudy.sandbox.Uploads;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/** Both ways to upload a file: a ticket with a place to PUT it to, and a multipart form. */
final class MediaUploads {

    /** {@code POST /api/v3/media/uploads}; the file follows by PUT, without the API key. */
    Reply ticket(Call call) {
        Map<String, Object> sent = Json.readObject(call.request().body());
        String fileName = text(sent, "filename");
        long size = size(sent);
        String contentType =
                sent.get("content_type") instanceof String named ? MediaTypes.served(named) : MediaTypes.of(fileName);
        Uploads.Upload place = call.sandbox().uploads().open(fileName, contentType);
        String url = call.request().baseUrl() + place.address().path();
        return Reply.json(200, Envelope.success(json -> {
            begin(json, contentType, url, fileName, size);
            json.writeObjectFieldStart("upload");
            json.writeStringField("method", "PUT");
            json.writeStringField("url", url);
            json.writeObjectFieldStart("headers");
            json.writeStringField("Content-Type", contentType);
            json.writeStringField("If-None-Match", "*");
            json.writeEndObject();
            json.writeEndObject();
            json.writeEndObject();
        }));
    }

    /** {@code POST /api/v3/media/upload/binary}, a multipart form with the field {@code file}. */
    Reply binary(Call call) throws IOException {
        Request.FormFile file = call.request()
                .file("file")
                .orElseThrow(() -> new Refused(Refused.Reason.INVALID, "missing multipart file field: file"));
        String contentType = file.contentType().map(MediaTypes::served).orElseGet(() -> MediaTypes.of(file.fileName()));
        Uploads uploads = call.sandbox().uploads();
        MediaAddress address = uploads.open(file.fileName(), contentType).address();
        long size;
        try (InputStream content = file.open()) {
            size = uploads.fill(address, true, content).blob().orElseThrow().size();
        }
        String url = call.request().baseUrl() + address.path();
        return Reply.json(200, Envelope.success(json -> {
            begin(json, contentType, url, file.fileName(), size);
            json.writeEndObject();
        }));
    }

    private static void begin(JsonGenerator json, String contentType, String url, String fileName, long size)
            throws IOException {
        json.writeStartObject();
        int slash = contentType.indexOf('/');
        json.writeStringField("type", contentType.substring(0, slash));
        json.writeStringField("download_url", url);
        json.writeStringField("filename", fileName);
        json.writeNumberField("size", size);
    }

    private static String text(Map<String, Object> sent, String name) {
        if (sent.get(name) instanceof String text && !text.isBlank()) {
            return text;
        }
        throw new Refused(Refused.Reason.INVALID, "parameter " + name + " must be a non-empty string");
    }

    private static long size(Map<String, Object> sent) {
        if (sent.get("size") instanceof Number number
                && (number instanceof Integer || number instanceof Long)
                && number.longValue() >= 0) {
            return number.longValue();
        }
        throw new Refused(Refused.Reason.INVALID, "parameter size must be the file's size in bytes");
    }
}
