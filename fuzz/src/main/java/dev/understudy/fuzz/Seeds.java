package dev.understudy.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Writes what the fuzzer begins with: sound inputs of each kind, from the fixtures and the emulator's own data. */
public final class Seeds {

    // Larger ones slow it down and have no more kinds of boxes in them.
    private static final long LARGEST_FILE = 64 * 1024;

    private final Path home;
    private final Path target;

    private Seeds(Path home, Path target) {
        this.home = home;
        this.target = target;
    }

    /** @param arguments the checkout, and the folder that gets a folder for each target */
    public static void main(String[] arguments) throws IOException {
        Seeds seeds = new Seeds(Path.of(arguments[0]), Path.of(arguments[1]));
        seeds.files();
        seeds.bodies();
        seeds.texts();
    }

    private void files() throws IOException {
        copy("Mp4Target", "fixtures/clips", ".mp4", ".mov");
        copy("WebmTarget", "fixtures/clips", ".webm", ".mkv");
        copy("ImageTarget", "fixtures/images", ".png", ".jpg", ".webp");
        copy("SettingsTarget", "docs", ".yaml");
        copy("CatalogTarget", "emulator/src/main/resources/dev/understudy/catalog", ".json");
        copy("ProfileTarget", "emulator/src/main/resources/dev/understudy/fault", ".json");
    }

    private void copy(String name, String folder, String... endings) throws IOException {
        try (Stream<Path> files = Files.list(home.resolve(folder))) {
            for (Path file : files.sorted().toList()) {
                boolean meant = Stream.of(endings).anyMatch(file.toString()::endsWith);
                if (meant && Files.size(file) <= LARGEST_FILE) {
                    write(name, file.getFileName().toString(), Files.readAllBytes(file));
                }
            }
        }
    }

    private void bodies() throws IOException {
        int at = 0;
        for (Map.Entry<Entrance, List<String>> entry : Entrance.bodies().entrySet()) {
            for (String body : entry.getValue()) {
                write("JsonTarget", at + "-" + body.hashCode(), chosen(at, body));
            }
            at++;
        }
        // The longest is the bound for what the fuzzer makes of them.
        byte[] clip = Files.readAllBytes(home.resolve("fixtures/clips/clip-2s.webm"));
        String uri = new String(uri("video/webm", clip), StandardCharsets.US_ASCII);
        write("JsonTarget", "clip", chosen(0, "{\"video\":\"%s\",\"name\":\"Joe\"}".formatted(uri)));
        String form = Entrance.resource("form.txt").replace("\n", "\r\n");
        for (int i = 0; i < Entrance.ofForms().size() - 1; i++) {
            write("MultipartTarget", "form-" + i, chosen(i, form));
        }
        String uploaded = form.replace("abc", new String(clip, StandardCharsets.ISO_8859_1));
        write("MultipartTarget", "clip", ((char) 0 + uploaded).getBytes(StandardCharsets.ISO_8859_1));
        write(
                "MultipartTarget",
                "url-encoded",
                chosen(Entrance.ofForms().size() - 1, "prompt=a+cat&seconds=4&characters[0][id]=c"));
    }

    private static byte[] chosen(int entrance, String body) {
        ByteArrayOutputStream input = new ByteArrayOutputStream();
        input.write(entrance);
        input.writeBytes(body.getBytes(StandardCharsets.UTF_8));
        return input.toByteArray();
    }

    private void texts() throws IOException {
        int at = 0;
        for (String fault : Entrance.resource("faults.txt").lines().toList()) {
            write("FaultTarget", "fault-" + at++, fault.getBytes(StandardCharsets.UTF_8));
        }
        byte[] clip = Files.readAllBytes(home.resolve("fixtures/clips/clip-2s.webm"));
        byte[] image = Files.readAllBytes(home.resolve("fixtures/images/square.png"));
        write("DataUriTarget", "clip", uri("video/webm", clip));
        write("DataUriTarget", "image", uri("image/png", image));
        write("DataUriTarget", "url", "https://example.com/clips/720p-3s.mp4?t=1".getBytes(StandardCharsets.UTF_8));
        write("SettingsTarget", "anchors", "a: &a [x, x]\nb: &b [*a, *a]\nport: *b\n".getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] uri(String type, byte[] content) {
        return ("data:" + type + ";base64," + Base64.getEncoder().encodeToString(content))
                .getBytes(StandardCharsets.US_ASCII);
    }

    private void write(String name, String file, byte[] content) throws IOException {
        Path folder = Files.createDirectories(target.resolve(name));
        Files.write(folder.resolve(file), content);
    }
}
