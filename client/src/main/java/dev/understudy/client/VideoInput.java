package dev.understudy.client;

import java.util.HashMap;
import java.util.Map;

/** What a video is to be made of, for {@link WaveSpeedClient#generateVideo(VideoInput)}. */
public sealed interface VideoInput permits TextToVideo, ImageToVideo {
    /** The path that it is submitted to. */
    String model();

    /** As sent: only what was chosen, so that the service's own defaults hold for the rest. */
    Map<String, Object> fields();

    static Map<String, Object> plus(Map<String, Object> fields, String name, Object value) {
        Map<String, Object> more = new HashMap<>(fields);
        more.put(name, value);
        return Map.copyOf(more);
    }
}
