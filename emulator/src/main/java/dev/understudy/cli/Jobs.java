package dev.understudy.cli;

import dev.understudy.media.render.Mp4Renderer;
import dev.understudy.media.render.Reel;
import dev.understudy.media.render.Scene;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Jobs from their submission to their end, as callers of each wire format go about them. */
final class Jobs {

    private static final String NAMED_CLIP = "https://example.com/walk-3s.mp4";
    private static final String ADVANCE = "/__understudy/clock/advance";

    private Jobs() {}

    /** A character, and one look at it: what most callers begin with. */
    static void character(Caller caller) throws IOException {
        String id = submit(caller, "openai/sora-2/characters", "{\"video\":\"" + NAMED_CLIP + "\",\"name\":\"Joe\"}");
        good(caller.get("/api/v3/predictions/" + id + "/result"));
    }

    /**
     * Something of everything: an upload, a character made from it, a video and its file, in four wire formats, and
     * what there is to be asked about all that.
     *
     * @throws IllegalStateException if an answer is none that such a caller could go on with
     */
    static void all(Caller caller) throws IOException {
        character(caller);
        waveSpeed(caller);
        openAi(caller);
        soraGuide(caller);
        eachLabs(caller);
        questions(caller);
    }

    private static void waveSpeed(Caller caller) throws IOException {
        String clip = upload(caller);
        String inbox = found(caller.get("/__understudy/inbox/in"), "\"url\":\"([^\"]+)\"");
        String character = submit(
                caller, "openai/sora-2/characters?webhook=" + inbox, "{\"video\":\"" + clip + "\",\"name\":\"Joe\"}");
        String video = submit(
                caller,
                "openai/sora-2/text-to-video",
                "{\"prompt\":\"Joe waves\",\"size\":\"720*1280\",\"duration\":4}");
        anHourLater(caller);
        good(caller.get("/api/v3/predictions/" + character + "/result"));
        Caller.Answer ended = good(caller.get("/api/v3/predictions/" + video + "/result"));
        good(caller.get(URI.create(found(ended, "\"outputs\":\\[\"([^\"]+)\"")).getPath()));
        good(caller.get("/__understudy/predictions/" + video + "/explain"));
        for (String list : List.of("predictions", "balance", "models", "webhook/secret")) {
            good(caller.get("/api/v3/" + list));
        }
    }

    private static void openAi(Caller caller) throws IOException {
        String video = found(
                caller.post("/v1/videos", "{\"model\":\"sora-2\",\"prompt\":\"A cat\"}"), "\"id\":\"(video_[^\"]+)\"");
        good(caller.get("/v1/videos/" + video));
        anHourLater(caller);
        good(caller.get("/v1/videos/" + video));
        good(caller.get("/v1/videos/" + video + "/content"));
        good(caller.get("/v1/videos"));
    }

    private static void soraGuide(Caller caller) throws IOException {
        good(caller.post(
                "/v1/sora/characters",
                "{\"model\":\"sora-2-character\",\"url\":\"" + NAMED_CLIP + "\",\"timestamps\":\"0,2\"}"));
        String task = found(
                caller.post("/v1/sora/generations", "{\"model\":\"sora-2\",\"prompt\":\"A cat\"}"),
                "\"id\":\"([^\"]+)\"");
        anHourLater(caller);
        good(caller.get("/v1/sora/generations/" + task));
    }

    private static void eachLabs(Caller caller) throws IOException {
        String job = found(
                caller.post("/v1/prediction", "{\"model\":\"sora-2-text-to-video\",\"input\":{\"prompt\":\"A cat\"}}"),
                "\"predictionID\":\"([^\"]+)\"");
        anHourLater(caller);
        good(caller.get("/v1/prediction/" + job));
        good(caller.get("/v1/models"));
    }

    private static void questions(Caller caller) throws IOException {
        good(caller.post("/__understudy/faults", "{\"rules\":[{\"fault\":\"rate-limited\",\"when\":{\"next\":1}}]}"));
        caller.get("/api/v3/balance");
        for (String question : List.of("live", "ready", "journal", "hygiene", "ledger", "inbox/in", "metrics")) {
            good(caller.get("/__understudy/" + question));
        }
    }

    private static String upload(Caller caller) throws IOException {
        Scene scene = new Scene(720, 1280, new Reel(3_000, 30, true), "clip", List.of("3 s"), Map.of());
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        form.writeBytes(ascii("--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"x.mp4\"\r\n\r\n"));
        form.writeBytes(Mp4Renderer.render(scene));
        form.writeBytes(ascii("\r\n--b--\r\n"));
        Caller.Answer taken = caller.call(
                "POST", "/api/v3/media/upload/binary", "multipart/form-data; boundary=b", form.toByteArray());
        return found(taken, "\"download_url\":\"([^\"]+)\"");
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static String submit(Caller caller, String model, String input) throws IOException {
        return found(caller.post("/api/v3/" + model, input), "\"id\":\"([0-9a-f]{32})\"");
    }

    private static void anHourLater(Caller caller) throws IOException {
        good(caller.post(ADVANCE, "{\"by\":\"PT1H\"}"));
    }

    private static String found(Caller.Answer answer, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(good(answer).body());
        if (!matcher.find()) {
            throw new IllegalStateException("no " + pattern + " in " + answer.body());
        }
        return matcher.group(1);
    }

    private static Caller.Answer good(Caller.Answer answer) {
        if (answer.status() / 100 != 2) {
            throw new IllegalStateException("HTTP " + answer.status() + ": " + answer.body());
        }
        return answer;
    }
}
