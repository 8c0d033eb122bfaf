package dev.understudy.media.probe;

import static dev.understudy.media.probe.Bytes.cat;
import static dev.understudy.media.probe.Bytes.u32;
import static dev.understudy.media.probe.Bytes.u64;
import static dev.understudy.media.probe.Bytes.zeros;
import static dev.understudy.media.probe.Mp4File.box;
import static dev.understudy.media.probe.Mp4File.full;
import static dev.understudy.media.probe.Refusals.assertRefused;
import static dev.understudy.media.probe.Refusals.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.media.probe.BadClipException.Reason;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Fragments in the ways they may be written; the media counts 30 ticks a second. */
class FragmentsTest {

    private static final int BASE_IS_MOOF = 0x20000;

    private final Mp4File file = new Mp4File().withoutFrames();

    @BeforeEach
    void announceFragments() {
        file.mvex = box("mvex", full("trex", 0, u32(1, 1, 2, 10, 0)));
    }

    @Test
    void frames_last_as_long_as_the_movie_says_by_default() throws BadClipException {
        file.tail = fragment(BASE_IS_MOOF, new byte[0], full("trun", 0x1, u32(30, 76)), 300);

        assertThat(probe().duration()).isEqualTo(Duration.ofSeconds(2));
        assertThat(probe().framesPerSecond()).isEqualTo(15);
    }

    @Test
    void a_fragment_may_have_another_default() throws BadClipException {
        file.tail = fragment(BASE_IS_MOOF | 0x3a, u32(1, 1, 10, 0), full("trun", 0x1, u32(75, 76)), 750);

        assertThat(probe().duration()).isEqualTo(Duration.ofMillis(2500));
    }

    @Test
    void a_frame_may_have_its_own_duration_and_size() throws BadClipException {
        byte[] run = full("trun", 0xf05, u32(2, 92, 0), u32(60, 100, 0, 0), u32(15, 200, 0, 0));
        file.tail = fragment(BASE_IS_MOOF, new byte[0], run, 300);

        assertThat(probe().duration()).isEqualTo(Duration.ofMillis(2500));
    }

    @Test
    void fragments_add_up_and_other_tracks_do_not_count() throws BadClipException {
        byte[] one = fragment(BASE_IS_MOOF, new byte[0], full("trun", 0x1, u32(30, 76)), 300);
        byte[] other =
                box("moof", box("traf", full("tfhd", BASE_IS_MOOF, u32(7)), full("trun", 0x101, u32(1, 8, 999))));
        file.tail = cat(one, other, one);

        assertThat(probe().duration()).isEqualTo(Duration.ofSeconds(4));
    }

    @Test
    void frames_in_the_moov_box_count_too() throws BadClipException {
        Mp4File hybrid = new Mp4File();
        hybrid.mvex = file.mvex;
        hybrid.edits = box("edts", full("elst", 0, u32(1, 1000, 0, 0x10000)));
        hybrid.tail = fragment(BASE_IS_MOOF, new byte[0], full("trun", 0x1, u32(15, 76)), 150);

        assertThat(ClipProbe.probe(hybrid.bytes()).duration()).isEqualTo(Duration.ofSeconds(4));
    }

    @Test
    void frames_beyond_the_end_of_the_file_are_missing() {
        file.tail = fragment(BASE_IS_MOOF, new byte[0], full("trun", 0x1, u32(30, 76)), 200);

        assertThat(refusal(file.bytes()).reason()).isEqualTo(Reason.TRUNCATED);
        assertThat(refusal(file.bytes())).hasMessageContaining("a fragment's frames run to byte");
    }

    @Test
    void an_absolute_position_is_checked_too() {
        file.tail = fragment(0x1, u64(1_000_000), full("trun", 0x1, u32(30, 76)), 300);

        assertThat(refusal(file.bytes())).hasMessageContaining("a fragment's frames run to byte 1,000,376");
    }

    @Test
    void runs_without_a_position_follow_each_other() {
        byte[] runs = cat(full("trun", 0x1, u32(1, 76)), full("trun", 0, u32(29)));
        file.tail = fragment(BASE_IS_MOOF, new byte[0], runs, 200);

        assertThat(refusal(file.bytes()).reason()).isEqualTo(Reason.TRUNCATED);
    }

    @Test
    void a_movie_of_fragments_without_one_is_cut_off() {
        int bytes = file.bytes().length;

        assertRefused(
                file.bytes(),
                Reason.TRUNCATED,
                String.format(
                        Locale.ROOT, "fragmented MP4 without a frame: the file looks cut off after %,d bytes", bytes));
    }

    @Test
    void a_cut_in_the_header_of_a_box_is_noticed() {
        byte[] whole = fragment(BASE_IS_MOOF, new byte[0], full("trun", 0x1, u32(30, 76)), 300);
        file.tail = cat(whole, zeros(5));

        assertThat(refusal(file.bytes())).hasMessageContaining("cut off in the header of a box");
    }

    @Test
    void a_run_of_more_frames_than_it_has_room_for_is_malformed() {
        byte[] run = full("trun", 0x301, u32(0xffff_ffffL, 80, 1, 1));
        file.tail = fragment(BASE_IS_MOOF, new byte[0], run, 10);

        assertRefused(file.bytes(), Reason.MALFORMED, "box 'trun' declares 4,294,967,295 entries and has room for 1");
    }

    @Test
    void a_run_of_four_milliard_frames_without_fields_is_only_a_number() throws BadClipException {
        file.tail = fragment(BASE_IS_MOOF | 0x10, u32(0), full("trun", 0x1, u32(0xffff_ffffL, 76)), 10);

        assertThat(probe().duration()).isEqualTo(Duration.ofSeconds(0xffff_ffffL * 2 / 30));
    }

    private static byte[] fragment(int flags, byte[] fields, byte[] runs, int dataBytes) {
        byte[] moof = box("moof", full("mfhd", 0, u32(1)), box("traf", full("tfhd", flags, u32(1), fields), runs));
        return cat(moof, box("mdat", zeros(dataBytes)));
    }

    private Clip probe() throws BadClipException {
        return ClipProbe.probe(file.bytes());
    }
}
