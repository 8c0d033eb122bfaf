package dev.understudy.benchmarks;

import java.nio.charset.StandardCharsets;

/** One request. */
record Call(String method, String path, String body, String key) {

    private static final String CHARACTER = "{\"name\":\"%s\",\"video\":\"https://clips.example.com/ada.mp4#t=0,3\"}";
    private static final String VIDEO = "{\"prompt\":\"Ada walks along a beach\",\"duration\":4}";

    /** The key that nearly all calls carry. */
    static final String KEY = "benchmark";

    /** Makes a character, which is a job; the same one each time. */
    static Call submit(String key) {
        return submit(key, "Ada");
    }

    /** Makes a character of that name. */
    static Call submit(String key, String name) {
        return new Call("POST", "/api/v3/openai/sora-2/characters", CHARACTER.formatted(name), key);
    }

    /** Makes a video of four seconds. */
    static Call submitVideo() {
        return new Call("POST", "/api/v3/openai/sora-2/text-to-video", VIDEO, KEY);
    }

    static Call poll(String id, String key) {
        return new Call("GET", "/api/v3/predictions/" + id + "/result", "", key);
    }

    byte[] bytes() {
        byte[] content = body.getBytes(StandardCharsets.UTF_8);
        String head = method + " " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer " + key + "\r\n"
                + (body.isEmpty() ? "" : "Content-Type: application/json\r\n")
                + (body.isEmpty() && method.equals("GET") ? "" : "Content-Length: " + content.length + "\r\n")
                + "\r\n";
        return (head + body).getBytes(StandardCharsets.UTF_8);
    }
}
