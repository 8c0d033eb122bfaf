package dev.understudy.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.media.render.Still;
import dev.understudy.settings.Settings;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The stills of videos that jobs made. */
class MediaLibraryTest {

    private final Sandboxes sandboxes = new Sandboxes(Settings.defaults(), 1);
    private final Sandbox sandbox = sandboxes.of("key");

    @AfterEach
    void close() {
        sandboxes.close();
    }

    @Test
    void thereAreStillsOnceThereIsAVideo() {
        sandbox.clock().freeze();
        String job = submit();
        assertThat(still(job, "1.mp4", Still.THUMBNAIL)).isEmpty();

        sandbox.clock().advance(Duration.ofHours(1));
        MediaFile thumbnail = still(job, "1.mp4", Still.THUMBNAIL).orElseThrow();
        MediaFile sheet = still(job, "1.mp4", Still.SPRITESHEET).orElseThrow();
        assertThat(thumbnail.contentType()).isEqualTo("image/webp");
        assertThat(sheet.contentType()).isEqualTo("image/jpeg");
        assertThat(bytes(job, Still.THUMBNAIL)).startsWith('R', 'I', 'F', 'F');
        assertThat(bytes(job, Still.SPRITESHEET)).startsWith(0xff, 0xd8, 0xff);
        MediaFile video = sandboxes.media().find(address(job, "1.mp4")).orElseThrow();
        assertThat(video.modified()).isEqualTo(thumbnail.modified()).isEqualTo(sheet.modified());
        assertThat(video.tag()).isEqualTo(job);
        assertThat(thumbnail.tag()).isEqualTo(job + "-thumbnail");
        assertThat(sheet.tag()).isEqualTo(job + "-spritesheet");
    }

    @Test
    void aStillIsPaintedOnceForAsLongAsThereIsRoom() {
        sandbox.clock().freeze();
        String job = submit();
        sandbox.clock().advance(Duration.ofHours(1));

        for (Still still : Still.values()) {
            assertThat(bytes(job, still)).isSameAs(bytes(job, still));
        }
    }

    @Test
    void thereIsNoneOfWhatNobodyMade() {
        sandbox.clock().freeze();
        String job = submit();
        sandbox.clock().advance(Duration.ofHours(1));

        assertThat(still(job, "2.mp4", Still.THUMBNAIL)).isEmpty();
        assertThat(still("0".repeat(32), "1.mp4", Still.SPRITESHEET)).isEmpty();
    }

    private byte[] bytes(String job, Still still) {
        return ((MediaFile.InMemory) still(job, "1.mp4", still).orElseThrow()).bytes();
    }

    private Optional<MediaFile> still(String job, String fileName, Still still) {
        return sandboxes.media().still(address(job, fileName), still);
    }

    private MediaAddress address(String job, String fileName) {
        return new MediaAddress(sandbox.reference(), MediaAddress.Kind.PREDICTIONS, job, fileName);
    }

    private String submit() {
        return sandbox.submit(
                        "openai/sora-2/text-to-video", Map.of("prompt", "a tin robot"), Visit.of("wavespeed.submit"))
                .id();
    }
}
