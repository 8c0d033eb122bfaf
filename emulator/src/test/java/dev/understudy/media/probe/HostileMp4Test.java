package dev.understudy.media.probe;

import static dev.understudy.media.probe.Bytes.cat;
import static dev.understudy.media.probe.Bytes.text;
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
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** MP4 files made to hurt: each is answered at once, with a sentence. */
@Timeout(20)
class HostileMp4Test {

    private static final byte[] FTYP = box("ftyp", text("isom"), u32(0));
    private static final long MOST = 0xffff_ffffL;

    private final Mp4File file = new Mp4File();

    @Test
    void a_box_of_4_gib_in_a_file_of_1_kib() {
        byte[] bytes = Arrays.copyOf(cat(FTYP, u32(1), text("mdat"), u64(1L << 32)), 1024);

        assertRefused(
                bytes,
                Reason.TRUNCATED,
                "box 'mdat' claims 4,294,967,296 bytes in a file of 1,024: the file looks cut off");
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, Long.MIN_VALUE, Long.MAX_VALUE, 0, 8, 15})
    void a_64_bit_size_that_overflows_or_is_smaller_than_its_header(long size) {
        byte[] bytes = Arrays.copyOf(cat(FTYP, u32(1), text("moov"), u64(size)), 1024);

        assertRefused(bytes, Reason.MALFORMED, "box 'moov' claims " + Long.toUnsignedString(size) + " bytes");
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 7})
    void a_box_smaller_than_its_header(int size) {
        assertRefused(
                cat(FTYP, u32(size), text("free"), zeros(100)),
                Reason.MALFORMED,
                "box 'free' claims " + size + " bytes");
    }

    @Test
    void a_box_of_size_zero_runs_to_the_end_and_ends_the_search() {
        byte[] bytes = cat(FTYP, u32(0), text("mdat"), file.bytes());

        assertRefused(
                bytes,
                Reason.TRUNCATED,
                String.format(
                        Locale.ROOT, "MP4 without a moov box: the file looks cut off after %,d bytes", bytes.length));
    }

    @Test
    void zeros_for_ever_inside_the_moov_box() {
        assertRefused(cat(FTYP, box("moov", zeros(1 << 20))), Reason.NO_VIDEO_TRACK, "the file has no video track");
    }

    @Test
    void two_hundred_thousand_nested_traks() {
        int depth = 200_000;
        byte[] nest = new byte[depth * 8];
        for (int i = 0; i < depth; i++) {
            System.arraycopy(cat(u32((depth - i) * 8L), text("trak")), 0, nest, i * 8, 8);
        }

        assertRefused(cat(FTYP, box("moov", nest)), Reason.MALFORMED, "box 'trak' has no 'tkhd' in it");
    }

    @Test
    void more_boxes_than_any_clip_has() {
        byte[] boxes = new byte[(Boxes.MAX_BOXES + 1) * 8];
        for (int i = 0; i < boxes.length; i += 8) {
            System.arraycopy(box("free"), 0, boxes, i, 8);
        }

        assertRefused(cat(FTYP, boxes), Reason.MALFORMED, "the file has more than 200,000 boxes");
    }

    @Test
    void more_tracks_than_any_clip_has() {
        byte[][] tracks = new byte[Mp4Probe.MAX_TRACKS][];
        Arrays.fill(tracks, file.trak());
        file.moreTracks = cat(tracks);

        assertRefused(file.bytes(), Reason.MALFORMED, "the file has more than 64 tracks");
    }

    @Test
    void a_child_longer_than_its_parent() {
        byte[] moov = box("moov", u32(5000), text("trak"), zeros(50));

        assertRefused(
                cat(FTYP, moov, zeros(9000)),
                Reason.MALFORMED,
                "box 'trak' claims 5,000 bytes, more than its parent 'moov' has left");
    }

    @Test
    void a_table_of_sizes_with_four_milliard_entries() {
        file.sizes = full("stsz", 0, u32(0, MOST, 1));

        assertRefused(file.bytes(), Reason.MALFORMED, "box 'stsz' declares 4,294,967,295 entries and has room for 1");
    }

    @Test
    void four_milliard_frames_of_one_size_change_no_fact() throws BadClipException {
        Clip before = ClipProbe.probe(file.bytes());
        file.sizes = full("stsz", 0, u32(1, MOST));

        assertThat(ClipProbe.probe(file.bytes())).isEqualTo(before);
    }

    @Test
    void tables_of_times_chunks_and_edits_with_four_milliard_entries() {
        file.stts = u32(MOST, 1, 1);
        assertThat(refusal(file.bytes())).hasMessage("box 'stts' declares 4,294,967,295 entries and has room for 1");

        file.stsc = u32(MOST, 1, 1, 1);
        assertThat(refusal(file.bytes())).hasMessage("box 'stsc' declares 4,294,967,295 entries and has room for 1");

        file.offsets = full("co64", 0, u32(MOST), u64(28));
        assertThat(refusal(file.bytes())).hasMessage("box 'co64' declares 4,294,967,295 entries and has room for 1");
    }

    @Test
    void an_edit_list_with_four_milliard_entries() {
        file.edits = box("edts", full("elst", 0, u32(MOST, 1, 1, 1)));

        assertThat(refusal(file.bytes())).hasMessage("box 'elst' declares 4,294,967,295 entries and has room for 1");
    }

    @Test
    void times_that_add_up_beyond_64_bits() {
        file.stts = u32(2, MOST, MOST, MOST, MOST);

        assertRefused(file.bytes(), Reason.MALFORMED, "the numbers in the file contradict each other (long overflow)");
    }

    @Test
    void a_chunk_whose_position_has_its_top_bit_set() {
        file.offsets = full("co64", 0, u32(1), u64(-2));

        assertRefused(file.bytes(), Reason.MALFORMED, "chunk 1 begins at byte 18446744073709551614");
    }

    @Test
    void chunks_that_no_entry_describes() {
        file.stsc = u32(1, 2, 90, 1);

        assertRefused(file.bytes(), Reason.MALFORMED, "box 'stsc' does not say how many samples chunk 1 has");
    }

    @Test
    void timescales_of_zero() {
        file.edits = box("edts", full("elst", 0, u32(1, 1000, 0, 0x10000)));
        file.timescale = 0;

        assertRefused(file.bytes(), Reason.MALFORMED, "track 1 has a timescale of 0");
    }

    @Test
    void a_duration_too_short_to_be_one() {
        file.timescale = MOST;
        file.stts = u32(1, 1, 0);
        file.mediaTicks = 1;

        assertRefused(file.bytes(), Reason.MALFORMED, "the video track lasts less than a nanosecond");
    }

    @Test
    void no_frames_and_no_duration() {
        file.withoutFrames();

        assertRefused(file.bytes(), Reason.MALFORMED, "the video track has no frames or no duration");
    }

    @Test
    void sound_alone() {
        file.handler = "soun";

        assertRefused(file.bytes(), Reason.NO_VIDEO_TRACK, "the file has an audio track but no video track");
    }

    @Test
    void chunks_that_point_at_the_index_itself_are_only_numbers() throws BadClipException {
        file.offsets = full("stco", 0, u32(1, 200));

        assertThat(ClipProbe.probe(file.bytes()).duration()).isEqualTo(Duration.ofSeconds(3));
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 8, 16})
    void the_last_frame_must_lie_in_the_file_with_compact_sizes_too(int bits) throws BadClipException {
        file.stts = u32(1, 4, 1);
        file.stsc = u32(1, 1, 4, 1);
        file.sizes = full("stz2", 0, u32(bits, 4), zeros(bits / 2));
        assertThat(ClipProbe.probe(file.bytes()).framesPerSecond()).isEqualTo(30);

        file.offsets = full("stco", 0, u32(1, 1_000_000));
        assertThat(refusal(file.bytes()))
                .hasMessageMatching(
                        "the file looks cut off: it has [\\d,]+ bytes and its frames run to byte 1,000,000 at least");
    }
}
