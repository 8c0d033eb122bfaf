package dev.understudy.client;

import java.net.URI;
import java.util.Map;

/** A video from a picture. Immutable: each method gives another one. Models and values are those of the 2026 catalog. */
public record ImageToVideo(String model, Map<String, Object> fields) implements VideoInput {
    private static final String STANDARD = "openai/sora-2/image-to-video";

    public ImageToVideo {
        fields = Map.copyOf(fields);
    }

    /** {@code openai/sora-2/image-to-video}: no choice of resolution. */
    public static ImageToVideo of(String prompt, URI image) {
        return new ImageToVideo(STANDARD, Map.of("prompt", prompt, "image", image.toString()));
    }

    /** {@code openai/sora-2/image-to-video-pro}. */
    public static ImageToVideo pro(String prompt, URI image) {
        return new ImageToVideo("openai/sora-2/image-to-video-pro", of(prompt, image).fields);
    }

    /** {@code openai/sora-2-pro/image-to-video}. */
    public static ImageToVideo sora2Pro(String prompt, URI image) {
        return new ImageToVideo("openai/sora-2-pro/image-to-video", of(prompt, image).fields);
    }

    /** @param seconds 4 (the default), 8, 12, 16 or 20; the service refuses anything else */
    public ImageToVideo seconds(int seconds) {
        return new ImageToVideo(model, VideoInput.plus(fields, "duration", seconds));
    }

    /**
     * 1080p rather than 720p.
     *
     * @throws IllegalStateException with the standard model, where the service would drop it without a word
     */
    public ImageToVideo in1080p() {
        if (model.equals(STANDARD)) {
            throw new IllegalStateException(STANDARD + " has no resolution; use pro(…) or sora2Pro(…)");
        }
        return new ImageToVideo(model, VideoInput.plus(fields, "resolution", "1080p"));
    }
}
