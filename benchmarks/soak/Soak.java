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
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Calls a server through all its wire formats for a while, rightly and wrongly, and writes down what it takes. One file,
 * to be run as it is: java Soak.java SERVER-URL SERVER-PID MINUTES CLIP CSV SVG. Needs /proc, and jcmd of the JDK.
 */
public final class Soak {

    private static final int CALLERS = 8;
    private static final int ROUNDS_BEFORE_RESET = 20;
    private static final long SAMPLE_SECONDS = 10;
    private static final Pattern ID = Pattern.compile("\"(?:id|predictionID)\":\"([A-Za-z0-9_-]+)\"");
    private static final Pattern HEAP = Pattern.compile("(?m)^understudy_heap_used_bytes (\\S+)");

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ConcurrentHashMap<Integer, AtomicLong> statuses = new ConcurrentHashMap<>();
    private final List<Sample> samples = new ArrayList<>();
    private final AtomicLong broken = new AtomicLong();
    private final URI server;
    private final String pid;
    private final byte[] clip;
    private volatile boolean over;

    private record Sample(long second, long calls, double heapMib, double residentMib, int descriptors, int threads) {}

    private Soak(URI server, String pid, byte[] clip) {
        this.server = server;
        this.pid = pid;
        this.clip = clip;
    }

    public static void main(String[] arguments) throws Exception {
        Soak soak = new Soak(URI.create(arguments[0]), arguments[1], Files.readAllBytes(Path.of(arguments[3])));
        soak.run(Duration.ofSeconds(Math.round(60 * Double.parseDouble(arguments[2]))));
        Files.writeString(Path.of(arguments[4]), soak.csv());
        Files.writeString(Path.of(arguments[5]), soak.svg());
        System.out.print(soak.summary());
    }

    private void run(Duration length) throws Exception {
        List<Thread> callers = new ArrayList<>();
        for (int number = 0; number < CALLERS; number++) {
            String key = "soak-" + number;
            callers.add(new Thread(() -> call(key)));
        }
        callers.forEach(Thread::start);
        ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
        clock.scheduleAtFixedRate(this::sample, SAMPLE_SECONDS, SAMPLE_SECONDS, TimeUnit.SECONDS);
        TimeUnit.NANOSECONDS.sleep(length.toNanos());
        over = true;
        for (Thread caller : callers) {
            caller.join();
        }
        clock.shutdown();
        clock.awaitTermination(1, TimeUnit.MINUTES);
    }

    private void call(String key) {
        for (int round = 1; !over; round++) {
            try {
                wavespeed(key);
                eachlabs(key);
                guide(key);
                openAi(key);
                wrongly(key);
                control(key);
                if (round % ROUNDS_BEFORE_RESET == 0) {
                    // As a suite of tests does between its tests; jobs are kept for seven days else.
                    post(key, "/__understudy/reset", "");
                }
            } catch (IOException e) {
                broken.incrementAndGet();
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void wavespeed(String key) throws IOException, InterruptedException {
        String inbox = get(key, "/__understudy/inbox/soak");
        String hook = Stream.of(inbox.split("\"")).filter(text -> text.startsWith("http")).findFirst().orElse("");
        String video = "data:video/mp4;base64," + Base64.getEncoder().encodeToString(clip);
        String character = id(post(key, "/api/v3/openai/sora-2/characters", json("video", video, "name", "Joe")));
        await(key, "/api/v3/predictions/" + character);
        String job = id(post(
                key,
                "/api/v3/openai/sora-2/text-to-video" + (hook.isEmpty() ? "" : "?webhook=" + hook),
                json("prompt", "a cat " + ThreadLocalRandom.current().nextInt(50))));
        String ended = await(key, "/api/v3/predictions/" + job);
        Matcher output = Pattern.compile("\"outputs\":\\[\"([^\"]+)\"").matcher(ended);
        if (output.find()) {
            send(HttpRequest.newBuilder(URI.create(output.group(1))));
        }
        get(key, "/api/v3/predictions");
        get(key, "/api/v3/balance");
        upload(key);
    }

    private void upload(String key) throws IOException, InterruptedException {
        byte[] body = form("file", "a.mp4");
        send(request(key, "/api/v3/media/upload/binary")
                .header("Content-Type", "multipart/form-data; boundary=soak")
                .POST(BodyPublishers.ofByteArray(body)));
    }

    private void eachlabs(String key) throws IOException, InterruptedException {
        String submitted = send(request(key, "/v1/prediction")
                .header("X-API-Key", key)
                .POST(BodyPublishers.ofString(
                        "{\"model\":\"sora-2-text-to-video\",\"version\":\"0.0.1\",\"input\":{\"prompt\":\"a dog\"}}")));
        for (int poll = 0; poll < 3; poll++) {
            send(request(key, "/v1/prediction/" + id(submitted)).header("X-API-Key", key));
        }
    }

    private void guide(String key) throws IOException, InterruptedException {
        post(key, "/v1/sora/characters", json("model", "sora-2-character", "url", "https://example.com/a.mp4",
                "timestamps", "1,3"));
        post(key, "/v1/sora/generations", json("model", "sora-2", "prompt", "a walk"));
    }

    private void openAi(String key) throws IOException, InterruptedException {
        String made = send(request(key, "/v1/videos")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("model=sora-2&seconds=4&prompt=a+tree")));
        await(key, "/v1/videos/" + id(made));
        get(key, "/v1/videos/" + id(made) + "/content");
        get(key, "/v1/videos?limit=5");
        send(request(key, "/v1/videos/characters")
                .header("Content-Type", "multipart/form-data; boundary=soak")
                .POST(BodyPublishers.ofByteArray(form("video", "a.mp4"))));
    }

    private void wrongly(String key) throws IOException, InterruptedException {
        post(key, "/api/v3/openai/sora-2/text-to-video", "{\"prompt\":");
        get(key, "/nothing/here");
        post(key, "/v1/prediction", "[".repeat(5_000));
        hangUp("GET /api/v3/bal");
        hangUp("POST /api/v3/openai/sora-2/text-to-video HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer " + key
                + "\r\nContent-Length: 300000\r\n\r\n" + "x".repeat(100_000));
        for (String fault : List.of("reset", "truncated", "server-error")) {
            try {
                send(request(key, "/api/v3/balance").header("Understudy-Fault", fault));
            } catch (IOException e) {
                // That is what it is for.
            }
        }
    }

    private void hangUp(String beginning) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write(beginning.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
        }
    }

    private void control(String key) throws IOException, InterruptedException {
        get(key, "/__understudy/journal?limit=20");
        get(key, "/__understudy/ledger");
        get(key, "/__understudy/hygiene");
        post(key, "/__understudy/snapshots", json("name", "soak"));
        post(key, "/__understudy/snapshots/soak/restore", "");
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

    private String await(String key, String path) throws IOException, InterruptedException {
        String said = "";
        for (int poll = 0; poll < 200 && !over; poll++) {
            said = get(key, path);
            if (said.contains("completed") || said.contains("failed")) {
                return said;
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
        return said;
    }

    private String get(String key, String path) throws IOException, InterruptedException {
        return send(request(key, path));
    }

    private String post(String key, String path, String body) throws IOException, InterruptedException {
        return send(request(key, path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String key, String path) {
        return HttpRequest.newBuilder(server.resolve(path)).header("Authorization", "Bearer " + key);
    }

    private String send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(
                request.timeout(Duration.ofSeconds(30)).build(),
                HttpResponse.BodyHandlers.ofString(StandardCharsets.ISO_8859_1));
        statuses.computeIfAbsent(answer.statusCode(), status -> new AtomicLong()).incrementAndGet();
        return answer.body();
    }

    private static String id(String answer) {
        Matcher found = ID.matcher(answer);
        return found.find() ? found.group(1) : "none";
    }

    private static String json(String... pairs) {
        List<String> members = new ArrayList<>();
        for (int at = 0; at < pairs.length; at += 2) {
            members.add("\"" + pairs[at] + "\":\"" + pairs[at + 1] + "\"");
        }
        return "{" + String.join(",", members) + "}";
    }

    // After a collection: what is then left is what the server keeps.
    private void sample() {
        try {
            new ProcessBuilder("jcmd", pid, "GC.run")
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
            Matcher heap = HEAP.matcher(get("soak-watch", "/__understudy/metrics"));
            double used = heap.find() ? Double.parseDouble(heap.group(1)) : Double.NaN;
            samples.add(new Sample(
                    (samples.size() + 1) * SAMPLE_SECONDS,
                    calls(),
                    used / (1 << 20),
                    status("VmRSS") / 1024.0,
                    count(Path.of("/proc", pid, "fd")),
                    (int) status("Threads")));
        } catch (IOException e) {
            System.err.println("no sample: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private long status(String name) throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("/proc", pid, "status"))) {
            return lines.filter(line -> line.startsWith(name + ":"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
        }
    }

    private static int count(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return (int) files.count();
        }
    }

    private long calls() {
        return statuses.values().stream().mapToLong(AtomicLong::get).sum();
    }

    private String csv() {
        return samples.stream()
                .map(one -> "%d,%d,%.1f,%.1f,%d,%d%n"
                        .formatted(
                                one.second(), one.calls(), one.heapMib(), one.residentMib(), one.descriptors(), one.threads()))
                .collect(Collectors.joining("", "second,calls,heap_mib,resident_mib,descriptors,threads\n", ""));
    }

    private String summary() {
        List<Sample> settled = samples.subList(samples.size() / 5, samples.size());
        List<Sample> first = settled.subList(0, settled.size() / 2);
        List<Sample> second = settled.subList(settled.size() / 2, settled.size());
        String answers = statuses.entrySet().stream()
                .sorted(java.util.Map.Entry.comparingByKey())
                .map(one -> one.getKey() + ": " + one.getValue())
                .collect(Collectors.joining(", "));
        return String.format(
                Locale.ROOT,
                "calls: %d (%s), not answered: %d%nheap after a collection, first half: %.1f MiB, second half: %.1f MiB"
                        + "%nresident, first half: %.0f MiB, second half: %.0f MiB"
                        + "%nfile descriptors, first half: %.0f, second half: %.0f, most: %d%nthreads, most: %d%n",
                calls(),
                answers,
                broken.get(),
                mean(first, Sample::heapMib),
                mean(second, Sample::heapMib),
                mean(first, Sample::residentMib),
                mean(second, Sample::residentMib),
                mean(first, Sample::descriptors),
                mean(second, Sample::descriptors),
                samples.stream().mapToInt(Sample::descriptors).max().orElse(0),
                samples.stream().mapToInt(Sample::threads).max().orElse(0));
    }

    private static double mean(List<Sample> of, java.util.function.ToDoubleFunction<Sample> what) {
        return of.stream().mapToDouble(what).average().orElse(Double.NaN);
    }

    private String svg() {
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 300" font-family="sans-serif" font-size="12">
                <rect width="640" height="300" fill="#fff"/>
                <text x="50" y="20">Ten minutes under load: heap after a collection (MiB), file descriptors, resident memory (MiB)</text>
                <path d="M50 40V260H620" fill="none" stroke="#888"/>
                %s%s%s<text x="50" y="285">0 min</text><text x="585" y="285">%d min</text>
                </svg>
                """
                .formatted(
                        line("heap", "#1663b0", Sample::heapMib),
                        line("descriptors", "#b04a16", Sample::descriptors),
                        line("resident", "#2f7d32", Sample::residentMib),
                        Math.round(samples.size() * SAMPLE_SECONDS / 60.0));
    }

    private String line(String name, String color, java.util.function.ToDoubleFunction<Sample> what) {
        double top = Math.max(1, samples.stream()
                .mapToDouble(one -> Math.max(one.heapMib(), Math.max(one.descriptors(), one.residentMib())))
                .max()
                .orElse(1));
        StringBuilder points = new StringBuilder();
        for (int at = 0; at < samples.size(); at++) {
            double x = 50 + 570.0 * (at + 1) / samples.size();
            double y = 260 - 210 * what.applyAsDouble(samples.get(at)) / top;
            points.append(String.format(Locale.ROOT, "%.1f,%.1f ", x, y));
        }
        Sample last = samples.get(samples.size() - 1);
        double labelled = 260 - 210 * what.applyAsDouble(last) / top - 6;
        return String.format(
                Locale.ROOT,
                "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\"/><text x=\"540\" y=\"%.1f\" fill=\"%s\">%s %.0f</text>%n",
                points,
                color,
                labelled,
                color,
                name,
                what.applyAsDouble(last));
    }
}
