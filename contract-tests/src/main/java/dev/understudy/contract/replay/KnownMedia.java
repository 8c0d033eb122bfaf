package dev.understudy.contract.replay;

import dev.understudy.contract.api.Clip;
import dev.understudy.contract.evidence.Bodies;
import dev.understudy.contract.evidence.Body;
import dev.understudy.contract.evidence.EvidenceException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The bytes behind a digest: those of the kit's own clips, which evidence has no need to repeat. */
public final class KnownMedia {
    private static final Map<String, Clip> BY_DIGEST = Arrays.stream(Clip.values())
            .collect(Collectors.toMap(clip -> Bodies.sha256(clip.bytes()), Function.identity()));

    private KnownMedia() {}

    /** Empty when neither the recording nor the kit has them. */
    public static Optional<byte[]> find(Body.Media media) {
        if (!media.base64().isEmpty()) {
            return Optional.of(Base64.getDecoder().decode(media.base64()));
        }
        return Optional.ofNullable(BY_DIGEST.get(media.sha256())).map(Clip::bytes);
    }

    /**
     * @throws EvidenceException when neither the recording nor the kit has them
     */
    static byte[] bytes(Body.Media media) {
        return find(media)
                .orElseThrow(() -> new EvidenceException(
                        "The recording has " + media.length() + " bytes by their digest alone: " + media.sha256()));
    }
}
