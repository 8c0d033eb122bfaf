import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What callers of each wire format do, rightly and wrongly. */
final class Round {

    private final Client client;
    private final byte[] clip;
    private final BooleanSupplier over;

    /** @param over whether nothing is to be waited for any more */
    Round(Client client, byte[] clip, BooleanSupplier over) {
        this.client = client;
        this.clip = clip;
        this.over = over;
    }

    void play() throws IOException, InterruptedException {
        wavespeed();
        eachlabs();
        guide();
        openAi();
        wrongly();
        control();
    }

    private void wavespeed() throws IOException, InterruptedException {
        String inbox = client.get("/__understudy/inbox/soak");
        String hook = Stream.of(inbox.split("\"")).filter(text -> text.startsWith("http")).findFirst().orElse("");
        String video = "data:video/mp4;base64," + Base64.getEncoder().encodeToString(clip);
        String character = Client.id(
                client.post("/api/v3/openai/sora-2/characters", Client.json("video", video, "name", "Joe")));
        await("/api/v3/predictions/" + character);
        String job = Client.id(client.post(
                "/api/v3/openai/sora-2/text-to-video" + (hook.isEmpty() ? "" : "?webhook=" + hook),
                Client.json("prompt", "a cat " + ThreadLocalRandom.current().nextInt(50))));
        String ended = await("/api/v3/predictions/" + job);
        Matcher output = Pattern.compile("\"outputs\":\\[\"([^\"]+)\"").matcher(ended);
        if (output.find()) {
            client.send(HttpRequest.newBuilder(URI.create(output.group(1))));
        }
        client.get("/api/v3/predictions");
        client.get("/api/v3/balance");
        upload();
    }

    private void upload() throws IOException, InterruptedException {
        byte[] body = form("file", "a.mp4");
        client.send(client.request("/api/v3/media/upload/binary")
                .header("Content-Type", "multipart/form-data; boundary=soak")
                .POST(BodyPublishers.ofByteArray(body)));
    }

    private void eachlabs() throws IOException, InterruptedException {
        String submitted = client.send(client.request("/v1/prediction")
                .header("X-API-Key", client.key())
                .POST(BodyPublishers.ofString(
                        "{\"model\":\"sora-2-text-to-video\",\"version\":\"0.0.1\",\"input\":{\"prompt\":\"a dog\"}}")));
        for (int poll = 0; poll < 3; poll++) {
            client.send(client.request("/v1/prediction/" + Client.id(submitted)).header("X-API-Key", client.key()));
        }
    }

    private void guide() throws IOException, InterruptedException {
        client.post("/v1/sora/characters", Client.json("model", "sora-2-character", "url", "https://example.com/a.mp4",
                "timestamps", "1,3"));
        client.post("/v1/sora/generations", Client.json("model", "sora-2", "prompt", "a walk"));
    }

    private void openAi() throws IOException, InterruptedException {
        String made = client.send(client.request("/v1/videos")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("model=sora-2&seconds=4&prompt=a+tree")));
        await("/v1/videos/" + Client.id(made));
        client.get("/v1/videos/" + Client.id(made) + "/content");
        client.get("/v1/videos?limit=5");
        client.send(client.request("/v1/videos/characters")
                .header("Content-Type", "multipart/form-data; boundary=soak")
                .POST(BodyPublishers.ofByteArray(form("video", "a.mp4"))));
    }

    private void wrongly() throws IOException, InterruptedException {
        client.post("/api/v3/openai/sora-2/text-to-video", "{\"prompt\":");
        client.get("/nothing/here");
        client.post("/v1/prediction", "[".repeat(5_000));
        client.hangUp("GET /api/v3/bal");
        client.hangUp("POST /api/v3/openai/sora-2/text-to-video HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer "
                + client.key() + "\r\nContent-Length: 300000\r\n\r\n" + "x".repeat(100_000));
        for (String fault : List.of("reset", "truncated", "server-error")) {
            try {
                client.send(client.request("/api/v3/balance").header("Understudy-Fault", fault));
            } catch (IOException e) {
                // That is what it is for.
            }
        }
    }

    private void control() throws IOException, InterruptedException {
        client.get("/__understudy/journal?limit=20");
        client.get("/__understudy/ledger");
        client.get("/__understudy/hygiene");
        client.post("/__understudy/snapshots", Client.json("name", "soak"));
        client.post("/__understudy/snapshots/soak/restore", "");
    }

    private byte[] form(String field, String name) {
        byte[] head = ("--soak\r\nContent-Disposition: form-data; name=\"name\"\r\n\r\nJoe\r\n--soak\r\n"
                        + "Content-Disposition: form-data; name=\"" + field + "\"; filename=\"" + name
                        + "\"\r\nContent-Type: video/mp4\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        byte[] tail = "\r\n--soak--\r\n".getBytes(StandardCharsets.US_ASCII);
        byte[] body = new byte[head.length + clip.length + tail.length];
        System.arraycopy(head, 0, body, 0, head.length);
        System.arraycopy(clip, 0, body, head.length, clip.length);
        System.arraycopy(tail, 0, body, head.length + clip.length, tail.length);
        return body;
    }

    private String await(String path) throws IOException, InterruptedException {
        String said = "";
        for (int poll = 0; poll < 200 && !over.getAsBoolean(); poll++) {
            said = client.get(path);
            if (said.contains("completed") || said.contains("failed")) {
                return said;
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
        return said;
    }
}
