package dev.understudy.dialect.openai;

import dev.understudy.dialect.Call;
import dev.understudy.media.image.BadImageException;
import dev.understudy.media.image.Image;
import dev.understudy.media.image.ImageProbe;
import dev.understudy.sandbox.Uploads;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The image that a video begins with: a file of a form, or an object with exactly one of {@code image_url} and
 * {@code file_id}. It must be of the video's size; what comes with the call is held against it, what is behind a URL is
 * not.
 */
final class InputReference {

    private static final String NAME = "input_reference";
    private static final int LONGEST_URL = 20_971_520;

    private InputReference() {}

    /** The URL of the image, if there is one. */
    static Optional<String> url(Call call, Parameters sent, String size) throws IOException {
        if (!sent.has(NAME)) {
            return Optional.empty();
        }
        if (sent.file(NAME).isPresent()) {
            return Optional.of(fitting(call, Files.keep(call, sent.file(NAME).get()), size));
        }
        if (sent.isForm()
                && sent.value(NAME) instanceof String text
                && !text.stripLeading().startsWith("{")) {
            throw ApiError.type(NAME, "a file", text);
        }
        return Optional.of(referred(call, sent.object(NAME).orElseThrow(), size));
    }

    private static String referred(Call call, Map<?, ?> reference, String size) throws IOException {
        Object url = reference.get("image_url");
        Object file = reference.get("file_id");
        if ((url == null) == (file == null)) {
            throw ApiError.impossible(NAME, "Exactly one of 'image_url' and 'file_id' must be given.");
        }
        if (file != null) {
            // Uploading files is another part of the provider's API, which is not here.
            throw new ApiError(
                    404, "No such File object: " + ApiError.shown(String.valueOf(file)), NAME + ".file_id", null);
        }
        if (!(url instanceof String text)) {
            throw ApiError.type(NAME + ".image_url", "a string", url);
        }
        if (text.length() > LONGEST_URL) {
            throw ApiError.tooLong(NAME + ".image_url", LONGEST_URL, text.length());
        }
        return text.regionMatches(true, 0, "data:", 0, 5) ? inline(call, text, size) : text;
    }

    private static String inline(Call call, String url, String size) throws IOException {
        int comma = url.indexOf(',');
        try {
            byte[] bytes = Base64.getDecoder().decode(url.substring(comma + 1));
            return fitting(call, Files.keep(call, NAME, "", new ByteArrayInputStream(bytes)), size);
        } catch (IllegalArgumentException e) {
            throw ApiError.impossible(NAME + ".image_url", "Invalid data URL: the content is not valid base64.");
        }
    }

    private static String fitting(Call call, Uploads.Upload upload, String size) throws IOException {
        try (FileChannel content = FileChannel.open(upload.blob().orElseThrow().file())) {
            Image image = ImageProbe.probe(content);
            if (!size.equals(image.width() + "x" + image.height())) {
                throw new ApiError(400, "Inpaint image must match the requested width and height", NAME, null);
            }
            return Files.url(call, upload);
        } catch (BadImageException e) {
            List<String> formats = List.of("image/jpeg", "image/png", "image/webp");
            throw ApiError.impossible(
                    NAME,
                    "Invalid file '%s': %s. Supported file formats are %s."
                            .formatted(NAME, e.getMessage(), ApiError.listed(formats)));
        }
    }
}
