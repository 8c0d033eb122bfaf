package dev.understudy.dialect.eachlabs;

import dev.understudy.dialect.Call;
import dev.understudy.dialect.Json;
import dev.understudy.dialect.Reply;
import dev.understudy.sandbox.MediaTypes;
import dev.understudy.sandbox.Refused;
import dev.understudy.sandbox.UploadTerms;
import dev.understudy.sandbox.Uploads;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Files for jobs to read: a place is asked for, the file is PUT there without a key, and fetched from its public address.
 * The numbers are those of the provider's page on uploads.
 */
final class Files {

    private static final String ID_HEADER = "x-amz-meta-file-id";

    private static final Duration TO_FILL = Duration.ofMinutes(15);
    private static final long LARGEST = 100L * 1024 * 1024;
    private static final long SHORTEST_KEPT = 60;
    private static final long USUALLY_KEPT = Duration.ofDays(180).toSeconds();
    private static final long LONGEST_KEPT = Duration.ofDays(365).toSeconds();

    private Files() {}

    /** {@code POST /v1/upload/presign}. */
    static Reply presign(Call call) {
        Fields sent = Fields.of(call.request());
        String contentType = sent.value("content_type")
                .map(value -> value instanceof String text ? text : "")
                .filter(text -> !text.isBlank())
                .orElseThrow(() -> new Refused(Refused.Reason.INVALID, "content_type is required"));
        Instant now = call.sandbox().clock().instant();
        Instant gone = now.plusSeconds(seconds(sent.value("expires_in_seconds")));
        Uploads.Upload place = call.sandbox()
                .uploads()
                .open(fileName(contentType), MediaTypes.served(contentType), id -> terms(now, gone, id));
        return Reply.json(200, answer(place, call.request().baseUrl(), gone));
    }

    /** {@code DELETE /v1/files/{file}}. */
    static Reply delete(Call call) {
        String id = call.request().variable("file");
        if (!Uuids.isOne(id)) {
            throw new Refused(Refused.Reason.INVALID, "invalid argument");
        }
        return call.sandbox().uploads().delete(Uuids.plain(id))
                ? Reply.empty(204)
                : Errors.plain(404, "file not found");
    }

    // A place that is left empty cannot outlive its file.
    private static UploadTerms terms(Instant now, Instant gone, String id) {
        Instant filledBy = now.plus(TO_FILL);
        return new UploadTerms(
                Optional.of(filledBy.isBefore(gone) ? filledBy : gone),
                Optional.of(gone),
                LARGEST,
                Map.of(ID_HEADER, Uuids.dashed(id)));
    }

    private static byte[] answer(Uploads.Upload place, String baseUrl, Instant gone) {
        String id = Uuids.dashed(place.address().owner());
        String url = baseUrl + place.address().path();
        return Json.write(json -> {
            json.writeStartObject();
            json.writeStringField("id", id);
            json.writeStringField(
                    "presigned_url",
                    url + "?X-Amz-Expires=%s&X-Amz-SignedHeaders=%s".formatted(TO_FILL.toSeconds(), ID_HEADER));
            json.writeStringField("public_url", url);
            json.writeStringField("expires_at", Timestamps.seconds(gone));
            json.writeObjectFieldStart("required_headers");
            json.writeStringField(ID_HEADER, id);
            json.writeEndObject();
            json.writeEndObject();
        });
    }

    private static long seconds(Optional<Object> sent) {
        if (sent.isEmpty()) {
            return USUALLY_KEPT;
        }
        if (sent.get() instanceof Integer seconds && seconds >= SHORTEST_KEPT && seconds <= LONGEST_KEPT) {
            return seconds;
        }
        throw new Refused(
                Refused.Reason.INVALID,
                "expires_in_seconds must be an integer from %s to %s".formatted(SHORTEST_KEPT, LONGEST_KEPT));
    }

    // Its ending is the content type's, as in the provider's example.
    private static String fileName(String contentType) {
        String kind = MediaTypes.served(contentType);
        return switch (kind) {
            case "application/octet-stream" -> "file";
            case "video/quicktime" -> "file.mov";
            case "video/x-matroska" -> "file.mkv";
            case "image/jpeg" -> "file.jpg";
            case "audio/mpeg" -> "file.mp3";
            default -> "file." + kind.substring(kind.indexOf('/') + 1).replace("x-", "");
        };
    }
}
