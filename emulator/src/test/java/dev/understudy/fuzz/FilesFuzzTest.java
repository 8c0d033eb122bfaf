package dev.understudy.fuzz;

import dev.understudy.Api;
import dev.understudy.Understudy;
import dev.understudy.catalog.Catalog;
import dev.understudy.fault.Profile;
import dev.understudy.media.image.BadImageException;
import dev.understudy.media.image.ImageProbe;
import dev.understudy.media.probe.BadClipException;
import dev.understudy.media.probe.ByteArrayChannel;
import dev.understudy.media.probe.ClipProbe;
import dev.understudy.settings.SettingException;
import dev.understudy.settings.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Files that somebody gave us, gone wrong: clips, images, and what a server is configured with. */
class FilesFuzzTest {

    @TempDir
    private Path folder;

    @Test
    void clipsAreReadOrRefused() {
        List<byte[]> clips = Stream.of(
                        "clip-2s.mp4",
                        "clip-3s.mov",
                        "clip-3s.webm",
                        "live-4s.webm",
                        "edit-list.mp4",
                        "fragmented-3s.mp4",
                        "fragmented-sidx.mp4",
                        "hostile-64-bit-size.mp4",
                        "hostile-huge-element.webm",
                        "matroska.mkv",
                        "moov-last.mp4",
                        "picture.png",
                        "rotated.mp4")
                .map(Api::clip)
                .toList();
        Fuzzing.run(6_000, clips, clip -> {
            try {
                ClipProbe.probe(clip);
            } catch (BadClipException refused) {
                // As it should be.
            }
        });
    }

    @Test
    void imagesAreReadOrRefused() throws IOException {
        List<byte[]> images = all(Path.of("..", "fixtures", "images"));
        Fuzzing.run(10_000, images, image -> {
            try {
                ImageProbe.probe(new ByteArrayChannel(image));
            } catch (BadImageException refused) {
                // As it should be.
            }
        });
    }

    @Test
    void settingsFilesAreReadOrRefused() throws IOException {
        byte[] example = Files.readAllBytes(Path.of("..", "docs", "understudy.yaml"));
        byte[] anchors = "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\nport: *b\n".getBytes(StandardCharsets.UTF_8);
        byte[] deep = "[".repeat(2_000).getBytes(StandardCharsets.UTF_8);
        byte[] tag = "!51%a".getBytes(StandardCharsets.UTF_8);
        Path file = folder.resolve("understudy.yaml");
        Fuzzing.run(1_500, List.of(example, anchors, deep, tag, new byte[0]), text -> {
            Files.write(file, text);
            try {
                Settings.of(Map.of(), name -> null, Optional.of(file));
            } catch (SettingException refused) {
                // As it should be.
            }
        });
    }

    @Test
    void catalogsAreReadOrRefused() {
        Path file = folder.resolve("catalog.json");
        Fuzzing.run(400, resources("catalog/sora-2.json", "catalog/openai.json"), json -> {
            Files.write(file, json);
            try {
                Catalog.builtIn().with(file);
            } catch (IllegalArgumentException refused) {
                // As it should be.
            }
        });
    }

    @Test
    void profilesAreReadOrRefused() {
        Path file = folder.resolve("profile.json");
        Fuzzing.run(1_500, resources("fault/unstable.json", "fault/webhook-chaos.json"), json -> {
            Files.write(file, json);
            try {
                Profile.named(file.toString());
            } catch (IllegalArgumentException refused) {
                // As it should be.
            }
        });
    }

    @Test
    @Timeout(120)
    void certificatesAndKeysAreReadOrRefused() {
        byte[] certificate = ("-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n"
                        + "-----BEGIN PRIVATE KEY-----\nMIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQg\n-----END PRIVATE KEY-----\n")
                .getBytes(StandardCharsets.US_ASCII);
        Path file = folder.resolve("certificate.pem");
        Fuzzing.run(40, List.of(certificate, Api.clip("picture.png")), bytes -> {
            Files.write(file, bytes);
            try (Understudy served = Understudy.builder()
                    .with(dev.understudy.settings.Setting.TLS_CERTIFICATE, file.toString())
                    .start()) {
                served.certificate();
            } catch (IllegalArgumentException refused) {
                // As it should be.
            }
        });
    }

    private static List<byte[]> resources(String... names) {
        return Stream.of(names)
                .map(name -> {
                    try (InputStream resource = Understudy.class.getResourceAsStream(name)) {
                        return resource.readAllBytes();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .toList();
    }

    private static List<byte[]> all(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.sorted()
                    .map(file -> {
                        try {
                            return Files.readAllBytes(file);
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    })
                    .toList();
        }
    }
}
