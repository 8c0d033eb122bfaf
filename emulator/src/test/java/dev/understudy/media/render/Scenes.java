package dev.understudy.media.render;

import java.util.List;
import java.util.Map;

/** The scenes that tests, checks and measurements share. */
final class Scenes {
    static final List<int[]> SIZES = List.of(
            new int[] {720, 1280},
            new int[] {1280, 720},
            new int[] {1024, 1792},
            new int[] {1792, 1024},
            new int[] {1080, 1920},
            new int[] {1920, 1080});
    static final List<Integer> DURATIONS = List.of(4, 8, 12, 16, 20);

    static final String PROMPT = "A lone astronaut strides across a dune sea at dusk while @mochi, a tiny red fox in a"
            + " yellow raincoat, hops between her footprints; the camera tracks low and slow, wind, 35 mm film grain";

    private Scenes() {}

    static Scene typical(int width, int height, int seconds) {
        return new Scene(
                width,
                height,
                seconds,
                "openai/sora-2/text-to-video",
                List.of(
                        "Prompt: " + PROMPT,
                        "Characters: Mochi, Robo-7",
                        seconds + " s, " + width + "\u00D7" + height,
                        "Really made by: openai/sora-2 (fallback from sora-2-pro)"),
                Map.of("comment", "a comment", "model", "openai/sora-2"));
    }

    /** Any length and rate. */
    static Scene reel(int width, int height, Reel reel) {
        return new Scene(width, height, reel, "clip", List.of(), Map.of());
    }

    /** Every drawn character, marks, what is not drawn, and more text than fits. */
    static Scene stress(int width, int height, int seconds) {
        StringBuilder all = new StringBuilder();
        for (char c = ' '; c < 0x180; c++) {
            all.append(c);
        }
        String odd =
                "\uD83C\uDFAC \u65E5\u672C\u8A9E \u202Eright\u202C e\u0301\u0327 \uD800 lone \u0301 mark\tand\nbreaks";
        return new Scene(
                width, height, seconds, "Odd: " + odd, List.of(all.toString(), odd, "", "x".repeat(3000)), Map.of());
    }
}
