package dev.understudy.sandbox;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What holds for one upload.
 *
 * @param filledBy when its place is gone if no file has come; empty for as long as files are kept
 * @param keptUntil when its file is gone; empty for as long as files are kept
 * @param largest bytes that its file may have
 * @param headers that the call with the file must carry, with these values
 */
public record UploadTerms(
        Optional<Instant> filledBy, Optional<Instant> keptUntil, long largest, Map<String, String> headers) {

    /** Nothing but what holds for all. */
    public static final UploadTerms USUAL =
            new UploadTerms(Optional.empty(), Optional.empty(), Long.MAX_VALUE, Map.of());

    public UploadTerms {
        headers = Map.copyOf(headers);
    }
}
