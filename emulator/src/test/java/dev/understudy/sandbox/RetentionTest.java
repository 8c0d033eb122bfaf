package dev.understudy.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.settings.Settings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a sandbox forgets is out of memory and off the disk, not only out of sight. */
class RetentionTest {

    private static final PredictionStore.Selection ALL =
            new PredictionStore.Selection(Instant.MIN, Instant.MAX, Optional.empty());
    private static final Duration WEEK = Duration.ofDays(7);
    private static final Duration MOMENT = Duration.ofNanos(1);

    private final Sandboxes sandboxes = new Sandboxes(Settings.defaults(), 1);
    private final Sandbox sandbox = sandboxes.of("key");

    @AfterEach
    void close() {
        sandboxes.close();
    }

    @Test
    void predictionsAreForgottenOneByOneAsTheirSevenDaysEnd() {
        sandbox.clock().freeze();
        List<String> ids = IntStream.range(0, 100)
                .mapToObj(i -> {
                    sandbox.clock().advance(Duration.ofHours(1));
                    return submit();
                })
                .toList();

        sandbox.clock().advance(WEEK.minusHours(99).minus(MOMENT));
        assertThat(sandbox.prediction(ids.get(0))).isPresent();
        sandbox.clock().advance(MOMENT);
        assertThat(sandbox.prediction(ids.get(0))).isEmpty();
        assertThat(sandbox.predictions().size()).isEqualTo(99);
        sandbox.clock().advance(Duration.ofHours(50));
        assertThat(sandbox.predictions().page(ALL, 0, 100).total()).isEqualTo(49);
        assertThat(sandbox.predictions().size()).isEqualTo(49);
        sandbox.clock().advance(WEEK);
        submit();
        assertThat(sandbox.predictions().size()).isEqualTo(1);
    }

    @Test
    void aPollThrowsAwayAThousandAndSeesNoneOfTheRestEither() {
        Sandbox rich = sandboxes.of("rich");
        rich.clock().freeze();
        List<String> ids = IntStream.range(0, 2_200).mapToObj(i -> submit(rich)).toList();
        rich.clock().advance(WEEK);

        assertThat(rich.prediction(ids.get(2_199))).isEmpty();
        assertThat(rich.predictions().size()).isEqualTo(1_200);
        assertThat(rich.delete(ids)).isZero();
        assertThat(rich.predictions().size()).isEqualTo(200);
        assertThat(rich.predictions().page(ALL, 0, 100).total()).isZero();
        assertThat(rich.predictions().size()).isZero();
    }

    @Test
    void whatIsLeftOfADeletedPredictionIsForgottenWithItsAge() {
        sandbox.clock().freeze();
        String id = submit();
        sandbox.delete(List.of(id));

        assertThat(sandbox.prediction(id))
                .get()
                .satisfies(left -> assertThat(left.input()).isEmpty());
        sandbox.clock().advance(WEEK);
        assertThat(sandbox.prediction(id)).isEmpty();
        assertThat(sandbox.predictions().size()).isZero();
    }

    @Test
    void uploadsAreForgottenWithTheirFilesSevenDaysAfterTheyCameIn() throws IOException {
        sandbox.clock().freeze();
        Uploads.Upload early = upload();
        MediaAddress late = sandbox.uploads().open("late.mp4", "video/mp4").address();
        Uploads.Upload next = upload();
        sandbox.clock().advance(Duration.ofDays(3));
        Path lateFile = fill(late);

        sandbox.clock().advance(Duration.ofDays(4));
        assertThat(sandbox.uploads().find(early.address())).isEmpty();
        assertThat(file(early)).doesNotExist();
        assertThat(file(next)).doesNotExist();
        assertThat(sandbox.uploads().size()).isEqualTo(1);
        sandbox.clock().advance(Duration.ofDays(3).minus(MOMENT));
        assertThat(sandbox.uploads().find(late)).isPresent();
        assertThat(lateFile).exists();
        sandbox.clock().advance(MOMENT);
        assertThat(sandbox.uploads().find(late)).isEmpty();
        assertThat(lateFile).doesNotExist();
        assertThat(sandbox.uploads().size()).isZero();
    }

    @Test
    void eachNewTicketThrowsAwayTwoOldOnesAndNoMore() throws IOException {
        sandbox.clock().freeze();
        for (int i = 0; i < 10; i++) {
            upload();
        }
        sandbox.clock().advance(WEEK);

        sandbox.uploads().open("a", "video/mp4");
        assertThat(sandbox.uploads().size()).isEqualTo(9);
    }

    @Test
    void aReplacedFileIsOffTheDisk() throws IOException {
        Uploads.Upload first = upload();
        Path second = fill(first.address());

        assertThat(file(first)).doesNotExist();
        assertThat(second).exists();
        assertThat(sandbox.uploads().size()).isEqualTo(1);
    }

    private String submit() {
        return submit(sandbox);
    }

    private static String submit(Sandbox sandbox) {
        return sandbox.submit("openai/sora-2/text-to-video", Map.of("prompt", "a"), Visit.of("wavespeed.submit"))
                .id();
    }

    private Uploads.Upload upload() throws IOException {
        MediaAddress address = sandbox.uploads().open("a.mp4", "video/mp4").address();
        fill(address);
        return sandbox.uploads().find(address).orElseThrow();
    }

    private Path fill(MediaAddress address) throws IOException {
        return file(sandbox.uploads().fill(address, true, new ByteArrayInputStream(new byte[10])));
    }

    private static Path file(Uploads.Upload upload) {
        return upload.blob().orElseThrow().file();
    }
}
