package dev.understudy.media.probe;

import static dev.understudy.media.probe.Bytes.cat;
import static dev.understudy.media.probe.Bytes.u32;
import static dev.understudy.media.probe.Bytes.u64;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Edits count where they shorten what is shown; the movie counts in milliseconds, the media in frames. */
class EditListTest {

    private static final long NORMAL = 0x10000;

    private final Mp4File file = new Mp4File();

    @Test
    void an_edit_that_shows_less_than_the_media_shortens() throws BadClipException {
        assertThat(durationWith(u32(1, 1500, 30, NORMAL))).isEqualTo(Duration.ofMillis(1500));
    }

    @Test
    void several_edits_add_up() throws BadClipException {
        assertThat(durationWith(u32(2, 1000, 0, NORMAL, 1200, 60, NORMAL))).isEqualTo(Duration.ofMillis(2200));
    }

    @Test
    void an_edit_shorter_by_one_tick_of_the_movie_is_a_rounding() throws BadClipException {
        assertThat(durationWith(u32(1, 2999, 0, NORMAL))).isEqualTo(Duration.ofSeconds(3));
        assertThat(durationWith(u32(1, 2998, 0, NORMAL))).isEqualTo(Duration.ofMillis(2998));
    }

    @Test
    void an_edit_does_not_lengthen() throws BadClipException {
        assertThat(durationWith(u32(1, 9000, 0, NORMAL))).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void an_empty_edit_delays_and_does_not_count() throws BadClipException {
        assertThat(durationWith(u32(2, 500, -1, NORMAL, 3000, 0, NORMAL))).isEqualTo(Duration.ofSeconds(3));
        assertThat(durationWith(u32(2, 500, -1, NORMAL, 2000, 0, NORMAL))).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void an_edit_of_zero_runs_to_the_end() throws BadClipException {
        assertThat(durationWith(u32(1, 0, 2, NORMAL))).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void the_wide_layout_reads_alike() throws BadClipException {
        file.edits = Mp4File.box("edts", Mp4File.full("elst", 0x01000000, u32(1), u64(1500), u64(0), u32(NORMAL)));

        assertThat(ClipProbe.probe(file.bytes()).duration()).isEqualTo(Duration.ofMillis(1500));
    }

    private Duration durationWith(byte[] list) throws BadClipException {
        file.edits = Mp4File.box("edts", Mp4File.full("elst", 0, cat(list)));
        return ClipProbe.probe(file.bytes()).duration();
    }
}
