package dev.understudy.media.render;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What a rendered video shows and says about itself. Equal scenes give equal bytes.
 *
 * @param width pixels, even, 16 to 4096
 * @param height pixels, even, 16 to 4096
 * @param title painted large at the top; any text, wrapped to at most three lines and then cut with an ellipsis
 * @param lines painted below the title, each a paragraph of its own; any text. Where the frame is too small for all,
 *     the longest paragraphs are cut first, so that short facts survive a long prompt
 * @param metadata tags of the file. The names {@code title}, {@code comment}, {@code encoder}, {@code artist},
 *     {@code description}, {@code date} and {@code copyright} become the usual iTunes-style items, any other name a
 *     free-form item; values are cut after 4096 characters. {@code title} and {@code encoder} are filled in when absent
 */
public record Scene(int width, int height, Reel reel, String title, List<String> lines, Map<String, String> metadata) {

    private static final int MIN_SIDE = 16;
    private static final int MAX_SIDE = 4096;

    /** A scene of 1 to 120 whole seconds. */
    public Scene(int width, int height, int seconds, String title, List<String> lines, Map<String, String> metadata) {
        this(width, height, Reel.ofSeconds(seconds), title, lines, metadata);
    }

    /** @throws IllegalArgumentException if a size is out of range, or the reel, a text or a tag is missing */
    public Scene {
        checkSide("width", width);
        checkSide("height", height);
        check(reel != null, "reel is missing");
        check(title != null, "title is missing");
        check(lines != null && lines.stream().allMatch(Objects::nonNull), "lines or one of them is missing");
        check(metadata != null, "metadata is missing");
        metadata.forEach((name, value) -> check(
                name != null && !name.isBlank() && value != null, "metadata has a blank name or no value: " + name));
        lines = List.copyOf(lines);
        // Sorted, because the order of Map.copyOf changes from one run of the JVM to the next.
        metadata = Collections.unmodifiableMap(new TreeMap<>(metadata));
    }

    private static void checkSide(String name, int side) {
        check(
                side >= MIN_SIDE && side <= MAX_SIDE && side % 2 == 0,
                name + " must be even and " + MIN_SIDE + " to " + MAX_SIDE + " but is " + side);
    }

    static void check(boolean valid, String message) {
        if (!valid) {
            throw new IllegalArgumentException(message);
        }
    }
}
