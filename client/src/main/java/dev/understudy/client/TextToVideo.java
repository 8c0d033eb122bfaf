package dev.understudy.client;

import java.util.Arrays;
import java.util.Map;

/** A video from words. Immutable: each method gives another one. Models and values are those of the 2026 catalog. */
public record TextToVideo(String model, Map<String, Object> fields) implements VideoInput {
    public TextToVideo {
        fields = Map.copyOf(fields);
    }

    /** {@code openai/sora-2/text-to-video}: 720p, portrait by default. */
    public static TextToVideo of(String prompt) {
        return new TextToVideo("openai/sora-2/text-to-video", Map.of("prompt", prompt));
    }

    /** {@code openai/sora-2/text-to-video-pro}: every size, portrait by default. */
    public static TextToVideo pro(String prompt) {
        return new TextToVideo("openai/sora-2/text-to-video-pro", Map.of("prompt", prompt));
    }

    /** {@code openai/sora-2-pro/text-to-video}: every size, landscape by default. */
    public static TextToVideo sora2Pro(String prompt) {
        return new TextToVideo("openai/sora-2-pro/text-to-video", Map.of("prompt", prompt));
    }

    public TextToVideo size(VideoSize size) {
        return new TextToVideo(model, VideoInput.plus(fields, "size", size.toString()));
    }

    /** @param seconds 4 (the default), 8, 12, 16 or 20; the service refuses anything else */
    public TextToVideo seconds(int seconds) {
        return new TextToVideo(model, VideoInput.plus(fields, "duration", seconds));
    }

    /** Who plays in it; replaces those of an earlier call. No maximum is documented, upstream it is two. */
    public TextToVideo characters(Character... characters) {
        Object ids =
                Arrays.stream(characters).map(one -> Map.of("id", one.id())).toList();
        return new TextToVideo(model, VideoInput.plus(fields, "characters", ids));
    }
}
