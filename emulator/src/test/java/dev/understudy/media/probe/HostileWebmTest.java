package dev.understudy.media.probe;

import static dev.understudy.media.probe.Bytes.cat;
import static dev.understudy.media.probe.Bytes.hex;
import static dev.understudy.media.probe.Bytes.text;
import static dev.understudy.media.probe.Bytes.zeros;
import static dev.understudy.media.probe.Refusals.assertRefused;
import static dev.understudy.media.probe.Refusals.refusal;
import static dev.understudy.media.probe.WebmFile.blocks;
import static dev.understudy.media.probe.WebmFile.cluster;
import static dev.understudy.media.probe.WebmFile.element;
import static dev.understudy.media.probe.WebmFile.number;
import static dev.understudy.media.probe.WebmFile.unsized;
import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.media.probe.BadClipException.Reason;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** WebM files made to hurt: each is answered at once, with a sentence. */
@Timeout(20)
class HostileWebmTest {

    private static final byte[] HEADER = WebmFile.header("webm");
    private static final byte[] FRAMES = cluster(0, blocks(0, 500));

    @Test
    void an_element_of_2_to_the_56_bytes() {
        byte[] bytes = Arrays.copyOf(cat(HEADER, hex("18538067 01FFFFFFFFFFFFFE")), 1024);

        assertThat(refusal(bytes).reason()).isEqualTo(Reason.TRUNCATED);
        assertThat(refusal(bytes)).hasMessageContaining("element 18538067 claims 72,057,594,037,927,934 bytes");
    }

    @Test
    void a_child_longer_than_its_parent() {
        byte[] tracks = element(WebmFile.TRACKS, hex("AE 01 00000000000FFF"));

        assertRefused(
                cat(HEADER, element(WebmFile.SEGMENT, tracks, zeros(5000))),
                Reason.MALFORMED,
                "element AE claims 4,095 bytes, more than its parent has left");
    }

    @Test
    void an_unknown_size_where_none_is_allowed() {
        byte[] file = cat(HEADER, element(WebmFile.SEGMENT, unsized(WebmFile.TRACKS, WebmFile.videoTrack()), FRAMES));

        assertRefused(file, Reason.MALFORMED, "element 1654AE6B is not allowed to have an unknown size");
    }

    @Test
    void texts_and_numbers_of_unknown_size() {
        byte[] header = element(0x1A45DFA3, unsized(0x4282, text("webm")));
        assertRefused(header, Reason.MALFORMED, "element 4282 is not allowed to have an unknown size");

        for (long field : new long[] {0x86, 0x83, 0x23E383, 0xE0}) {
            assertThat(refusal(WebmFile.file(unsized(field, text("V_VP9")), FRAMES)))
                    .hasMessage(String.format("element %X is not allowed to have an unknown size", field));
        }
    }

    @Test
    void segments_of_unknown_size_inside_each_other() {
        byte[] nest = new byte[200_000 * 5];
        for (int i = 0; i < nest.length; i += 5) {
            System.arraycopy(hex("18538067 FF"), 0, nest, i, 5);
        }

        assertRefused(
                cat(HEADER, nest),
                Reason.TRUNCATED,
                String.format(
                        Locale.ROOT,
                        "WebM without Tracks: the file looks cut off after %,d bytes",
                        HEADER.length + nest.length));
    }

    @Test
    void an_index_that_points_at_itself_is_not_followed() throws BadClipException {
        byte[] seek = element(0x114D9B74, element(0x4DBB, element(0x53AB, hex("114D9B74")), number(0x53AC, 0)));
        byte[] tracks = element(WebmFile.TRACKS, WebmFile.videoTrack());

        assertThat(ClipProbe.probe(cat(HEADER, element(WebmFile.SEGMENT, seek, tracks, FRAMES)))
                        .codec())
                .isEqualTo("vp9");
    }

    @Test
    void a_first_byte_that_begins_no_element() {
        byte[] file = cat(HEADER, unsized(WebmFile.SEGMENT, zeros(100)));

        assertThat(refusal(file)).hasMessageStartingWith("no EBML number begins with 00, at byte");
        assertThat(refusal(cat(HEADER, hex("08 80"), zeros(100))))
                .hasMessageStartingWith("no EBML element begins with 08, at byte");
    }

    @Test
    void a_number_of_more_than_eight_bytes() {
        byte[] track = element(WebmFile.TRACKS, element(0xAE, element(0xD7, zeros(9))));

        assertRefused(
                cat(HEADER, element(WebmFile.SEGMENT, track)), Reason.MALFORMED, "element D7 is a number of 9 bytes");
    }

    @Test
    void a_number_of_64_bits() {
        assertThat(refusal(WebmFile.file(number(0x23E383, -1), FRAMES)))
                .hasMessage("element 23E383 holds 18446744073709551615, which is out of range");
    }

    @Test
    void times_that_add_up_beyond_64_bits() {
        byte[] late = cluster(Long.MAX_VALUE, blocks(1));
        assertThat(refusal(WebmFile.file(new byte[0], FRAMES, late)))
                .hasMessage("the numbers in the file contradict each other (long overflow)");

        byte[] far = cluster(Long.MAX_VALUE / 1000, blocks(1));
        assertThat(refusal(WebmFile.file(new byte[0], FRAMES, far)).reason()).isEqualTo(Reason.MALFORMED);
    }

    @Test
    void ticks_of_no_time_and_of_hours() {
        for (long scale : new long[] {0, 3_600_000_000_000L}) {
            byte[] info = element(WebmFile.INFO, number(0x2AD7B1, scale));

            assertThat(refusal(cat(HEADER, element(WebmFile.SEGMENT, info))))
                    .hasMessageStartingWith("the file counts time in ticks of ");
        }
    }

    @Test
    void a_block_too_short_for_its_header() {
        byte[] file = WebmFile.file(new byte[0], cluster(0, element(0xA3, hex("81 00"))), FRAMES);

        assertRefused(file, Reason.MALFORMED, "a block has 2 bytes, too few for its header");
    }

    @Test
    void frames_of_more_tracks_than_any_clip_has() {
        byte[][] blocks = new byte[100][];
        Arrays.setAll(blocks, track -> WebmFile.block(track, 0));

        assertRefused(
                WebmFile.file(new byte[0], cluster(0, blocks)),
                Reason.MALFORMED,
                "the file has frames of more than 64 tracks");
    }

    @Test
    void more_tracks_than_any_clip_has() {
        byte[][] tracks = new byte[65][];
        Arrays.fill(tracks, WebmFile.videoTrack());

        assertRefused(
                cat(HEADER, element(WebmFile.SEGMENT, element(WebmFile.TRACKS, tracks))),
                Reason.MALFORMED,
                "the file has more than 64 tracks");
    }

    @Test
    void pictures_without_a_size_or_of_a_size_beyond_sense() {
        byte[] crop = element(0xE0, number(0x54CC, 720));
        assertThat(refusal(WebmFile.file(crop, FRAMES)))
                .hasMessage("the video track says its pictures are 0 x 1280 pixels");

        byte[] wide = element(0xE0, number(0x54B0, 1 << 21));
        assertThat(refusal(WebmFile.file(wide, FRAMES))).hasMessage("the video track speaks of 2,097,152 pixels");
    }

    @Test
    void a_single_frame_of_no_duration() {
        assertRefused(
                WebmFile.file(new byte[0], cluster(0, blocks(0))), Reason.MALFORMED, "the video track has no duration");
    }

    @Test
    void sound_alone_and_no_track_at_all() {
        byte[] sound = element(WebmFile.TRACKS, element(0xAE, number(0xD7, 1), number(0x83, 2)));
        assertRefused(
                cat(HEADER, element(WebmFile.SEGMENT, sound)),
                Reason.NO_VIDEO_TRACK,
                "the file has an audio track but no video track");

        assertThat(refusal(cat(HEADER, element(WebmFile.SEGMENT))).reason()).isEqualTo(Reason.TRUNCATED);
        assertThat(refusal(HEADER)).hasMessageStartingWith("WebM without a Segment");
    }

    @Test
    void tracks_without_a_frame() {
        assertThat(refusal(WebmFile.file(new byte[0]))).hasMessageStartingWith("WebM without a frame");
    }
}
