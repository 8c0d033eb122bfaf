package dev.understudy.fuzz;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where a body can be sent. */
record Entrance(String method, String path, String type) {

    private static final String FORM = "multipart/form-data; boundary=x";

    /** Takes a body at an entrance. */
    @FunctionalInterface
    interface Taker {
        void take(Entrance entrance, byte[] body) throws IOException;
    }

    static List<Entrance> ofBodies() {
        return List.copyOf(bodies().keySet());
    }

    /** Sound bodies for each of them. */
    static Map<Entrance, List<String>> bodies() {
        Map<Entrance, List<String>> bodies = new LinkedHashMap<>();
        resource("bodies.txt").lines().forEach(line -> {
            String[] words = line.split(" ", 3);
            bodies.computeIfAbsent(new Entrance(words[0], words[1], "application/json"), one -> new ArrayList<>())
                    .add(words[2]);
        });
        return bodies;
    }

    static List<Entrance> ofForms() {
        return List.of(
                new Entrance("POST", "/api/v3/media/upload/binary", FORM),
                new Entrance("POST", "/v1/videos", FORM),
                new Entrance("POST", "/v1/videos/characters", FORM),
                new Entrance("POST", "/v1/videos/edits", FORM),
                new Entrance("POST", "/v1/videos/extensions", FORM),
                new Entrance("POST", "/v1/videos", "multipart/form-data"),
                new Entrance("POST", "/v1/videos", "application/x-www-form-urlencoded"));
    }

    static void with(List<Entrance> entrances, byte[] input, Taker taker) throws IOException {
        if (input.length > 0) {
            Entrance entrance = entrances.get((input[0] & 0xFF) % entrances.size());
            taker.take(entrance, Arrays.copyOfRange(input, 1, input.length));
        }
    }

    static String resource(String name) {
        try (InputStream file = Entrance.class.getResourceAsStream(name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
