package dev.understudy.contract.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.Understudy;
import dev.understudy.contract.Suite;
import dev.understudy.contract.register.Provider;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run for a provider that has no prices: its free cases are recorded with its own key and played again, the others left. */
class OtherProviderIT {
    private static final long FREE = Suite.cases().stream()
            .filter(definition -> definition.provider() == Provider.OPENAI)
            .filter(definition ->
                    definition.isVerifiable() && !definition.cost().isUnpriced())
            .count();

    @TempDir
    private Path folder;

    @Test
    void what_is_free_is_recorded_and_played_and_nothing_else_is_asked() throws Exception {
        Kit kit = new Kit(folder).budget("5");
        kit.with("OPENAI_API_KEY", kit.key).with("WAVESPEED_API_KEY", "of-somebody-else");
        String evidence = folder.resolve("evidence").toString();
        Kit.Finished recorded;
        try (Understudy understudy = Understudy.builder().port(0).start()) {
            recorded = kit.at(understudy.baseUrl())
                    .run("--target", "stand-in", "--provider", "openai", "--record", "--evidence", evidence);
        }
        Kit.Finished played = kit.run("--target", "stand-in-replay", "--provider", "openai", "--evidence", evidence);

        assertThat(recorded.exit()).as(recorded.output()).isZero();
        assertThat(recorded.count("PASS")).isEqualTo(FREE).isPositive();
        assertThat(played.exit()).as(played.output()).isZero();
        assertThat(played.count("PASS")).isEqualTo(FREE);
        assertThat(kit.ledger()).as("what nobody has priced is not paid for").doesNotExist();
        assertThat(filesWith(kit.key)).isEmpty();
        assertThat(filesWith("openai.headers.request-id"))
                .as("the search finds things")
                .isNotEmpty();
    }

    private List<Path> filesWith(String text) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> read(file).contains(text))
                    .toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
