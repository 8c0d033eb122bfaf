import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Calls a server with one key, and counts what it answers over all keys. */
final class Client {

    private static final Pattern ID = Pattern.compile("\"(?:id|predictionID)\":\"([A-Za-z0-9_-]+)\"");

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final URI server;
    private final String key;
    private final ConcurrentHashMap<Integer, AtomicLong> statuses;

    Client(URI server, String key, ConcurrentHashMap<Integer, AtomicLong> statuses) {
        this.server = server;
        this.key = key;
        this.statuses = statuses;
    }

    String key() {
        return key;
    }

    String get(String path) throws IOException, InterruptedException {
        return send(request(path));
    }

    String post(String path, String body) throws IOException, InterruptedException {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(server.resolve(path)).header("Authorization", "Bearer " + key);
    }

    String send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer = HTTP.send(
                request.timeout(Duration.ofSeconds(30)).build(),
                HttpResponse.BodyHandlers.ofString(StandardCharsets.ISO_8859_1));
        statuses.computeIfAbsent(answer.statusCode(), status -> new AtomicLong()).incrementAndGet();
        return answer.body();
    }

    void hangUp(String beginning) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write(beginning.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
        }
    }

    static String id(String answer) {
        Matcher found = ID.matcher(answer);
        return found.find() ? found.group(1) : "none";
    }

    static String json(String... pairs) {
        List<String> members = new ArrayList<>();
        for (int at = 0; at < pairs.length; at += 2) {
            members.add("\"" + pairs[at] + "\":\"" + pairs[at + 1] + "\"");
        }
        return "{" + String.join(",", members) + "}";
    }
}
