package dev.understudy.contract.cassette;

import dev.understudy.client.Character;
import dev.understudy.client.Outcome;
import dev.understudy.client.Prediction;
import dev.understudy.client.PredictionFailedException;
import dev.understudy.client.TextToVideo;
import dev.understudy.client.Video;
import dev.understudy.client.VideoSize;
import dev.understudy.client.WaveSpeedClient;
import dev.understudy.contract.api.Clip;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;

/** Somebody who uses the service with the Java client, the same way each time. */
final class Customer {
    private final WaveSpeedClient client;

    Customer(URI service, String key) {
        client = WaveSpeedClient.builder()
                .apiKey(key)
                .baseUrl(service)
                .pollInterval(Duration.ofMillis(20))
                .build();
    }

    /** What it saw: what a later run has to see again. */
    record Saw(String character, String video, int videoBytes, String failure, String told) {}

    Saw everything(Receiver receiver) throws Exception {
        Character joe = client.createCharacter(Clip.THREE_SECONDS.bytes(), "joe.mp4", "Joe");
        Video video = video(joe.id());
        return new Saw(
                joe.id(),
                video.url().getPath(),
                download(video.url()).length,
                failure(),
                toldOf(receiver).path());
    }

    Prediction submitInline() throws InterruptedException {
        String uri = "data:video/mp4;base64," + Base64.getEncoder().encodeToString(Clip.THREE_SECONDS.bytes());
        return client.submit("openai/sora-2/characters", Map.of("video", uri, "name", "Ann"));
    }

    Outcome await(Prediction job) throws InterruptedException {
        return client.await(job);
    }

    private String failure() throws InterruptedException {
        try {
            client.createCharacter(Clip.TOO_SHORT.bytes(), "short.mp4", "Joe");
            return "";
        } catch (PredictionFailedException e) {
            return e.getMessage();
        }
    }

    Receiver.Delivery toldOf(Receiver receiver) throws InterruptedException {
        String address = URLEncoder.encode(receiver.url().toString(), StandardCharsets.UTF_8);
        Prediction job = client.submit(
                "openai/sora-2/characters?webhook=" + address,
                Map.of("video", "https://clips.example/joe-3s.mp4", "name", "Told"));
        Receiver.Delivery delivery = receiver.next();
        if (!delivery.header("webhook-id").equals(job.id())) {
            throw new AssertionError("Told of another job");
        }
        return delivery;
    }

    void submitOther() throws InterruptedException {
        client.submit("openai/sora-2/characters", Map.of("video", "https://clips.example/x.mp4", "name", "Nobody"));
    }

    void submit(String model) throws InterruptedException {
        client.submit(model, Map.of("prompt", "Rain"));
    }

    Video video(String character) throws InterruptedException {
        return client.generateVideo(TextToVideo.of("Joe waves")
                .size(VideoSize.LANDSCAPE_720)
                .seconds(4)
                .characters(new Character(character, "Joe")));
    }

    private static byte[] download(URI url) throws Exception {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(url).build(), BodyHandlers.ofByteArray())
                .body();
    }
}
