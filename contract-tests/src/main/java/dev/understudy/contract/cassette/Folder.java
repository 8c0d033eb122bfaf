package dev.understudy.contract.cassette;

import dev.understudy.contract.evidence.Bodies;
import dev.understudy.contract.evidence.Body;
import dev.understudy.contract.evidence.EvidenceException;
import dev.understudy.contract.replay.KnownMedia;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The files of one session: {@code calls.json}, one file for each job, and in {@code media} the bytes that were kept. */
final class Folder {
    private static final String JSON = ".json";

    private final Path path;

    Folder(Path path) {
        this.path = path;
    }

    /**
     * The cassettes in the order in which their jobs were submitted.
     *
     * @throws EvidenceException when there are none, or one cannot be read
     */
    List<Cassette> cassettes() {
        if (!Files.isDirectory(path)) {
            throw new EvidenceException("There is no folder " + path);
        }
        try (Stream<Path> files = Files.list(path)) {
            List<Cassette> cassettes = files.filter(file -> file.toString().endsWith(JSON))
                    .map(Folder::read)
                    .sorted(Comparator.comparing(Cassette::beganMs).thenComparing(Cassette::name))
                    .toList();
            if (cassettes.isEmpty()) {
                throw new EvidenceException("There are no cassettes in " + path);
            }
            return cassettes;
        } catch (IOException e) {
            throw new EvidenceException("The cassettes cannot be read: " + path, e);
        }
    }

    boolean isEmpty() {
        try (Stream<Path> files = Files.isDirectory(path) ? Files.list(path) : Stream.<Path>empty()) {
            return files.findAny().isEmpty();
        } catch (IOException e) {
            throw new EvidenceException("The folder cannot be read: " + path, e);
        }
    }

    void write(Cassette cassette) {
        replace(
                path.resolve(cassette.name() + JSON),
                CassetteJson.write(cassette).getBytes(StandardCharsets.UTF_8));
    }

    void keep(byte[] media) {
        Path file = media(Bodies.sha256(media));
        if (!Files.exists(file)) {
            replace(file, media);
        }
    }

    /** The bytes behind a digest, where this folder, the recording itself or the kit has them. */
    Optional<byte[]> bytes(Body.Media media) {
        Path file = media(media.sha256());
        if (!media.sha256().matches("[0-9a-f]{64}") || !Files.isRegularFile(file)) {
            return KnownMedia.find(media);
        }
        try {
            return Optional.of(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new EvidenceException("The media cannot be read: " + file, e);
        }
    }

    private Path media(String sha256) {
        return path.resolve("media").resolve(sha256);
    }

    private static Cassette read(Path file) {
        String name = file.getFileName().toString();
        try {
            return CassetteJson.read(name.substring(0, name.length() - JSON.length()), Files.readString(file));
        } catch (IOException e) {
            throw new EvidenceException("The cassette cannot be read: " + file, e);
        }
    }

    // Never half a file, even when the program is killed.
    private static void replace(Path file, byte[] bytes) {
        try {
            Files.createDirectories(file.getParent());
            Path half = Files.write(file.resolveSibling(file.getFileName() + ".part"), bytes);
            Files.move(half, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new EvidenceException("Cannot be written: " + file, e);
        }
    }
}
