package dev.understudy.contract.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.understudy.Understudy;
import dev.understudy.contract.CaseDefinition;
import dev.understudy.contract.Suite;
import dev.understudy.contract.evidence.CaseEvidence;
import dev.understudy.contract.evidence.EvidenceJson;
import dev.understudy.contract.evidence.Normalised;
import dev.understudy.contract.evidence.Normaliser;
import dev.understudy.contract.register.Provider;
import dev.understudy.time.ClockMode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Records a whole run on a stand-in for the real service, plays it, spoils it, and looks for the key in all that is left. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RoundTripIT {
    private static final long VERIFIABLE =
            Suite.cases().stream().filter(RoundTripIT::isRecorded).count();

    private static final List<String> MODELS = List.of(
            "openai/sora-2/text-to-video",
            "openai/sora-2/text-to-video-pro",
            "openai/sora-2-pro/text-to-video",
            "openai/sora-2/image-to-video",
            "openai/sora-2/image-to-video-pro",
            "openai/sora-2-pro/image-to-video");

    @TempDir
    private static Path folder;

    private static Path evidence;
    private static Understudy understudy;
    private static Kit kit;
    private static Kit.Finished recorded;

    @BeforeAll
    static void record() throws Exception {
        evidence = folder.resolve("evidence");
        understudy = Understudy.builder().port(0).clock(ClockMode.scaled(10)).start();
        kit = new Kit(folder).at(understudy.baseUrl()).budget("40");
        recorded = kit.run(
                "--target",
                "stand-in",
                "--record",
                "--evidence",
                evidence.toString(),
                "--poll-interval",
                "0.02s",
                "--allow",
                String.join(",", MODELS));
    }

    @AfterAll
    static void stop() {
        understudy.close();
    }

    @Test
    @Order(1)
    void a_green_case_leaves_a_file_and_an_entry() throws IOException {
        assertThat(recorded.exit()).as(recorded.output()).isZero();
        assertThat(recorded.count("PASS")).isEqualTo(VERIFIABLE);
        assertThat(files(evidence)).hasSize((int) VERIFIABLE + 1);
        JsonNode ledger =
                new JsonMapper().readTree(evidence.resolve("ledger.json").toFile());
        assertThat(ledger.size()).isEqualTo((int) VERIFIABLE);
        assertThat(ledger.at("/characters.create.new-id-each-time/costUsd").asText())
                .as("the shared character was paid for before")
                .isEqualTo("0.001");
    }

    @Test
    @Order(2)
    void what_was_recorded_is_played_without_a_difference() throws Exception {
        Kit.Finished played = play();

        assertThat(played.exit()).as(played.output()).isZero();
        assertThat(played.count("PASS")).isEqualTo(VERIFIABLE);
    }

    @Test
    @Order(3)
    void two_recordings_are_alike_once_they_are_normalised() throws Exception {
        Path again = folder.resolve("again");
        try (Understudy other =
                Understudy.builder().port(0).clock(ClockMode.scaled(10)).start()) {
            new Kit(Files.createDirectory(folder.resolve("second")))
                    .at(other.baseUrl())
                    .budget("5")
                    .run(
                            "--target",
                            "stand-in",
                            "--record",
                            "--evidence",
                            again.toString(),
                            "--poll-interval",
                            "0.02s",
                            "--filter",
                            "uploads.");
        }

        Set<String> used = new TreeSet<>();
        for (String caseId :
                List.of("uploads.binary.round-trip", "uploads.ticket.round-trip", "uploads.ticket.shape")) {
            assertThat(normalised(again, caseId, used)).isEqualTo(normalised(evidence, caseId, used));
        }
        Suite.cases().stream()
                .filter(RoundTripIT::isRecorded)
                .forEach(definition -> normalised(evidence, definition.id(), used));
        // These are for what other providers say.
        assertThat(Normaliser.standard().dead(used)).containsOnly("N14", "N15", "N16");
    }

    @Test
    @Order(4)
    void the_key_is_in_no_file_and_on_no_screen() throws IOException {
        assertThat(recorded.output()).doesNotContain(kit.key);
        assertThat(filesWith(kit.key, folder)).isEmpty();
        assertThat(filesWith(kit.key, Path.of("target"))).isEmpty();
        assertThat(filesWith("costUsd", folder)).as("the search finds things").isNotEmpty();
    }

    @Test
    @Order(5)
    void a_changed_byte_is_noticed_and_a_strange_request_is_shown_its_nearest() throws Exception {
        spoil("characters.create.created-state", "\"created\"", "\"creating\"");
        spoil("characters.create.wrong-types", "\"name\" : \"Joe\"", "\"name\" : \"Jim\"");

        Kit.Finished played = play("--filter", "characters.create.");

        assertThat(played.exit()).as(played.output()).isEqualTo(1);
        assertThat(played.count("FAIL")).isEqualTo(2);
        assertThat(played.count("PASS")).isPositive();
        assertThat(played.output())
                .containsPattern("characters\\.create\\.created-state +FAIL")
                .contains("asks what its recording does not have: POST /api/v3/openai/sora-2/characters")
                .contains("\"name\" : \"Jim\"");
    }

    private static void spoil(String caseId, String before, String after) throws IOException {
        Path file = evidence.resolve(caseId + ".json");
        String text = Files.readString(file);
        assertThat(text).contains(before);
        Files.writeString(file, text.replace(before, after));
    }

    private static Kit.Finished play(String... more) throws Exception {
        List<String> arguments = Stream.concat(
                        Stream.of("--target", "stand-in-replay", "--evidence", evidence.toString()), Stream.of(more))
                .toList();
        return kit.run(arguments.toArray(String[]::new));
    }

    private static JsonNode normalised(Path store, String caseId, Set<String> used) {
        try {
            CaseEvidence read = EvidenceJson.read(Files.readString(store.resolve(caseId + ".json")));
            Normalised normalised = Normaliser.standard().normalise(read.origin(), read.exchanges());
            assertThat(normalised.problems()).as(caseId).isEmpty();
            used.addAll(normalised.rulesUsed());
            return normalised.exchanges();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> files(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    // One byte is one character in Latin-1, so binary files are searched as well.
    private static List<Path> filesWith(String text, Path root) throws IOException {
        return files(root).stream().filter(file -> contains(file, text)).toList();
    }

    private static boolean contains(Path file, String text) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1).contains(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // Those of the provider that is looked at unless told otherwise.
    private static boolean isRecorded(CaseDefinition definition) {
        return definition.isVerifiable() && definition.provider() == Provider.WAVESPEED;
    }
}
