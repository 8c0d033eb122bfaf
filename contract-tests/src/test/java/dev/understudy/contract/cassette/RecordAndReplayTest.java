package dev.understudy.contract.cassette;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.Understudy;
import dev.understudy.client.ApiException;
import dev.understudy.client.WebhookReceiver;
import dev.understudy.contract.target.ApiKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The Java client is recorded once; then the upstream is gone. */
@Timeout(90)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RecordAndReplayTest {
    // Made up in each run, because the tests' own class files are searched by others.
    private static final String CANARY = "ck_canary_" + Long.toHexString(new Random().nextLong());
    private static final String SECRET = "whsec_of-nobody";

    @TempDir
    private static Path parent;

    private static Path folder;
    private static Receiver receiver;
    private static Customer.Saw recorded;
    private static final List<String> SAID = new ArrayList<>();

    @BeforeAll
    static void record() throws Exception {
        folder = parent.resolve("cassettes");
        receiver = new Receiver();
        Recording plan = new Recording(folder, 0, Optional.of(BigDecimal.ZERO), true, Optional.empty(), true);
        try (Understudy understudy = Understudy.builder().port(0).start();
                RecordingProxy proxy = RecordingProxy.start(understudy.baseUrl().toString(), plan, "test", SAID::add)) {
            Customer customer = new Customer(proxy.url(), CANARY);
            recorded = customer.everything(receiver);
            customer.await(customer.submitInline());
        }
    }

    @AfterAll
    static void stop() {
        receiver.close();
    }

    @Test
    @Order(1)
    void a_job_is_one_file_from_its_submit_to_its_webhook() {
        List<Cassette> cassettes = new Folder(folder).cassettes();

        assertThat(cassettes).hasSize(6).allMatch(Cassette::complete);
        Cassette told = cassettes.stream()
                .filter(one -> one.steps().stream().anyMatch(step -> step.kind() == Step.Kind.WEBHOOK))
                .findFirst()
                .orElseThrow();
        assertThat(told.steps()).extracting(Step::kind).containsExactly(Step.Kind.SUBMIT, Step.Kind.WEBHOOK);
        assertThat(told.steps().get(0).exchange().request().path())
                .isEqualTo("/api/v3/openai/sora-2/characters?webhook=receiver");
        assertThat(told.model()).isEqualTo("openai/sora-2/characters");
        assertThat(cassettes.get(1).steps()).extracting(Step::state).endsWith("completed");
        assertThat(SAID).anyMatch(line -> line.startsWith("WEBHOOKS are told to this recorder"));
    }

    @Test
    @Order(2)
    void neither_the_key_nor_the_receiver_nor_the_bytes_of_a_clip_are_on_the_disk() throws IOException {
        assertThat(filesWith(CANARY)).isEmpty();
        assertThat(filesWith(String.valueOf(receiver.url().getPort()))).isEmpty();
        assertThat(filesWith("base64,")).isEmpty();
        assertThat(filesWith("data:video/mp4;length=")).isNotEmpty();
        assertThat(String.join("\n", SAID)).doesNotContain(CANARY);
    }

    @Test
    @Order(3)
    void the_same_client_sees_the_same_with_the_upstream_gone() throws Exception {
        try (CassettePlayer player = player(folder)) {
            Customer customer = new Customer(player.url(), "another-key-altogether");
            Customer.Saw played = customer.everything(receiver);
            customer.await(customer.submitInline());

            assertThat(played).isEqualTo(recorded);
            assertThat(recorded.failure()).contains("2 to 4 seconds");
            assertThat(recorded.videoBytes()).isGreaterThan(1000);
            assertThat(player.unmatched()).isZero();
            assertThat(player.unused()).isEmpty();
        }
    }

    @Test
    @Order(4)
    void a_replayed_webhook_is_signed_with_the_secret_that_the_replay_was_given() throws Exception {
        try (CassettePlayer player = player(folder)) {
            Receiver.Delivery delivery = new Customer(player.url(), "another-key-altogether").toldOf(receiver);

            assertThat(new WebhookReceiver(SECRET)
                            .open(
                                    delivery.header("webhook-id"),
                                    delivery.header("webhook-timestamp"),
                                    delivery.header("webhook-signature"),
                                    delivery.body())
                            .statusWord())
                    .isEqualTo("completed");
            assertThat(player.unused()).hasSize(5);
        }
    }

    @Test
    @Order(5)
    void what_is_not_recorded_is_404_and_names_the_nearest() throws Exception {
        try (CassettePlayer player = player(folder)) {
            assertThatThrownBy(() -> new Customer(player.url(), CANARY).submitOther())
                    .isInstanceOfSatisfying(
                            ApiException.class, e -> assertThat(e.status()).isEqualTo(404))
                    .hasMessageContaining("the nearest in it: POST /api/v3/openai/sora-2/characters");

            assertThat(player.unmatched()).isEqualTo(1);
            assertThat(player.unused()).hasSize(6);
        }
    }

    @Test
    @Order(6)
    void an_emulator_that_was_not_recorded_does_the_same() {
        try (Understudy other = Understudy.builder().port(0).seed(7).start()) {
            List<String> lines = new ArrayList<>();

            CassetteComparison comparison = compare(folder, other.baseUrl(), lines);

            // The clip inside of a request is known by its digest alone.
            assertThat(comparison).as("%s", lines).isEqualTo(new CassetteComparison(5, 0, 0, 1));
        }
    }

    @Test
    @Order(7)
    void a_changed_byte_is_noticed_by_replay_and_by_comparison() throws Exception {
        Path spoiled = copy("spoiled");
        Path first = spoiled.resolve("job-0001-openai-sora-2-characters.json");
        Files.writeString(first, Files.readString(first).replace("\"code\" : 200", "\"code\" : 201"));
        Path second = spoiled.resolve("job-0002-openai-sora-2-text-to-video.json");
        Files.writeString(second, Files.readString(second).replace("Joe waves", "Joe raves"));

        try (Understudy other = Understudy.builder().port(0).start();
                CassettePlayer player = player(spoiled)) {
            List<String> lines = new ArrayList<>();
            assertThat(compare(spoiled, other.baseUrl(), lines).breaking()).isEqualTo(1);
            assertThat(lines).anyMatch(line -> line.contains("job-0001") && line.startsWith("EMULATOR_GAP"));

            assertThatThrownBy(() -> new Customer(player.url(), CANARY).video(recorded.character()))
                    .hasMessageContaining("Not in the recording");
        }
    }

    private static CassettePlayer player(Path folder) {
        return CassettePlayer.start(folder, 0, 0, Optional.of(SECRET), line -> {});
    }

    private static CassetteComparison compare(Path folder, URI emulator, List<String> lines) {
        return CassetteComparison.of(folder, emulator.toString(), ApiKey.random(), Duration.ofSeconds(30), lines::add);
    }

    private static Path copy(String name) throws IOException {
        Path copy = Files.createDirectories(parent.resolve(name));
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, copy.resolve(file.getFileName()));
            }
        }
        return copy;
    }

    private static List<Path> filesWith(String text) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> contains(file, text))
                    .toList();
        }
    }

    // One byte is one character in Latin-1, so binary files are searched as well.
    private static boolean contains(Path file, String text) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1).contains(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
