package dev.understudy.media.image;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * One line of a table in the README of the fixture images.
 *
 * @param facts format and size, or the message of a refusal
 */
record ImageFixture(String name, long bytes, List<String> facts) {

    private static final String FOLDER = "/dev/understudy/fixtures/images/";

    static List<ImageFixture> all() {
        return new String(read("README.md"), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.startsWith("| `"))
                .map(ImageFixture::parse)
                .toList();
    }

    private static ImageFixture parse(String line) {
        List<String> cells =
                Arrays.stream(line.substring(1).split("\\|")).map(String::strip).toList();
        return new ImageFixture(
                cells.get(0).replace("`", ""),
                Long.parseLong(cells.get(1).replace(",", "")),
                cells.subList(2, cells.size() - 1));
    }

    byte[] content() {
        return read(name);
    }

    boolean isGood() {
        return facts.size() == 2;
    }

    private static byte[] read(String name) {
        try (InputStream file = ImageFixture.class.getResourceAsStream(FOLDER + name)) {
            if (file == null) {
                throw new AssertionError("there is no fixture " + name);
            }
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
