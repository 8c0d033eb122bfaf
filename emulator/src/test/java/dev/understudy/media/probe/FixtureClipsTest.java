package dev.understudy.media.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The table in the fixtures' README, the files beside it and the prober agree. */
class FixtureClipsTest {

    private static List<FixtureRow> good() {
        return FixtureRow.good();
    }

    private static List<FixtureRow> refused() {
        return FixtureRow.refused();
    }

    @Test
    void the_table_names_every_file_and_no_other() {
        assertThat(FixtureRow.all()).extracting(FixtureRow::name).containsExactlyInAnyOrderElementsOf(Fixtures.names());
    }

    @Test
    void the_table_gives_the_size_of_every_file() {
        assertThat(FixtureRow.all())
                .allSatisfy(row -> assertThat(Fixtures.bytes(row.name())).hasSize((int) row.bytes()));
    }

    @ParameterizedTest
    @MethodSource("good")
    void reads_the_facts_of_a_good_clip(FixtureRow row) throws BadClipException {
        Clip clip = ClipProbe.probe(Fixtures.bytes(row.name()));

        assertThat(facts(clip)).isEqualTo(row.facts());
    }

    @ParameterizedTest
    @MethodSource("refused")
    void names_what_is_wrong_with_a_refused_file(FixtureRow row) {
        BadClipException refusal =
                catchThrowableOfType(BadClipException.class, () -> ClipProbe.probe(Fixtures.bytes(row.name())));

        assertThat(List.of(refusal.reason().name(), refusal.getMessage())).isEqualTo(row.facts());
    }

    @ParameterizedTest
    @ValueSource(strings = {"mp4", "mov", "webm"})
    void the_boundaries_are_exact(String extension) throws BadClipException {
        assertThat(durationOf("clip-2s." + extension)).isEqualTo(Duration.ofSeconds(2));
        assertThat(durationOf("clip-4s." + extension)).isEqualTo(Duration.ofSeconds(4));
        assertThat(durationOf("clip-1.9s." + extension)).isEqualTo(Duration.ofMillis(1900));
        assertThat(durationOf("clip-4.1s." + extension)).isEqualTo(Duration.ofMillis(4100));
        assertThat(durationOf("longer-audio." + extension)).isEqualTo(Duration.ofSeconds(4));
    }

    @Test
    void a_file_reads_as_its_bytes_do(@TempDir Path folder) throws BadClipException, IOException {
        byte[] bytes = Fixtures.bytes("moov-last.mp4");
        Path file = Files.write(folder.resolve("clip"), bytes);

        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            assertThat(ClipProbe.probe(channel)).isEqualTo(ClipProbe.probe(bytes));
            assertThat(channel.isOpen()).isTrue();
        }
    }

    private static Duration durationOf(String name) throws BadClipException {
        return ClipProbe.probe(Fixtures.bytes(name)).duration();
    }

    /** In the words of the table. */
    private static List<String> facts(Clip clip) {
        BigDecimal seconds = BigDecimal.valueOf(clip.duration().getSeconds())
                .add(BigDecimal.valueOf(clip.duration().getNano(), 9))
                .stripTrailingZeros();
        return List.of(
                clip.container().name(),
                clip.codec(),
                seconds.toPlainString(),
                clip.width() + "x" + clip.height(),
                BigDecimal.valueOf(clip.framesPerSecond()).stripTrailingZeros().toPlainString(),
                clip.audio() ? "yes" : "no");
    }
}
