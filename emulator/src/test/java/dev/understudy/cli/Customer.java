package dev.understudy.cli;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A program that knows nothing but its environment: submits a character, asks how it stands, and exits with 3. */
final class Customer {

    private static final String BASE = System.getenv("WAVESPEED_BASE_URL") + "/api/v3/";
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private Customer() {}

    public static void main(String[] arguments) throws Exception {
        String body = "{\"video\":\"https://example.com/walk-3s.mp4\",\"name\":\"Joe\"}";
        HttpResponse<String> submitted =
                send(request("openai/sora-2/characters").POST(HttpRequest.BodyPublishers.ofString(body)));
        Matcher id = Pattern.compile("\"id\":\"([0-9a-f]{32})\"").matcher(submitted.body());
        if (!id.find()) {
            throw new IllegalStateException(submitted.body());
        }
        HttpResponse<String> polled = send(request("predictions/" + id.group(1) + "/result"));
        System.out.printf(
                "seed %s, answer %s, id %s%n", System.getenv("UNDERSTUDY_SEED"), polled.statusCode(), id.group(1));
        System.exit(3);
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(BASE + path))
                .header("Authorization", "Bearer " + System.getenv("WAVESPEED_API_KEY"))
                .header("Content-Type", "application/json");
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
