package dev.understudy.media.probe;

import static dev.understudy.media.probe.Bytes.u32;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What whole MP4 and MOV files say, table by table. */
class Mp4FactsTest {

    private final Mp4File file = new Mp4File();

    @Test
    void a_plain_file_has_these_facts() throws BadClipException {
        assertThat(probe()).isEqualTo(new Clip(Container.MP4, "h264", Duration.ofSeconds(3), 720, 1280, 30, false));
    }

    @ParameterizedTest
    @CsvSource({"isom, MP4", "mp42, MP4", "avc1, MP4", "3gp5, MP4", "M4V , MP4", "'qt  ', MOV"})
    void the_brand_tells_mp4_from_mov(String brand, Container container) throws BadClipException {
        file.brand = (brand + "  ").substring(0, 4);

        assertThat(probe().container()).isEqualTo(container);
    }

    @ParameterizedTest
    @CsvSource({"hvc1, hevc", "av01, av1", "vp09, vp9", "apcn, prores", "XYZ1, xyz1"})
    void the_sample_entry_tells_the_codec(String code, String codec) throws BadClipException {
        file.codec = code;

        assertThat(probe().codec()).isEqualTo(codec);
    }

    @Test
    void the_duration_is_exact_to_the_nanosecond_and_rounded_down() throws BadClipException {
        file.timescale = 90_000;
        file.stts = u32(2, 89, 3003, 1, 3004);

        assertThat(probe().duration()).isEqualTo(Duration.ofSeconds(3, 3_011_111));
        assertThat(probe().framesPerSecond()).isEqualTo(29.97);
    }

    @Test
    void the_frame_rate_is_that_of_most_frames() throws BadClipException {
        file.timescale = 600;
        file.stts = u32(3, 1, 400, 88, 20, 1, 10);

        assertThat(probe().framesPerSecond()).isEqualTo(30);
    }

    @Test
    void the_frame_rate_has_a_ceiling() throws BadClipException {
        file.timescale = 0xffff_ffffL;
        file.stts = u32(2, 89, 1, 1, 0xffff_ffffL);

        assertThat(probe().framesPerSecond()).isEqualTo(Clip.MAX_FRAME_RATE);
    }

    @Test
    void a_frame_without_a_duration_stays_as_long_as_the_media_header_says() throws BadClipException {
        file.stts = u32(1, 1, 0);
        file.mediaTicks = 75;

        assertThat(probe().duration()).isEqualTo(Duration.ofMillis(2500));
        assertThat(probe().framesPerSecond()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"0, 0x10000, -0x10000, 0", "0, -0x10000, 0x10000, 0"})
    void a_quarter_turn_swaps_the_sides(int a, int b, int c, int d) throws BadClipException {
        file.matrix = new int[] {a, b, 0, c, d, 0, 0, 0, 0x40000000};

        assertThat(probe()).extracting(Clip::width, Clip::height).containsExactly(1280, 720);
    }

    @Test
    void a_half_turn_does_not() throws BadClipException {
        file.matrix = new int[] {-0x10000, 0, 0, 0, -0x10000, 0, 0, 0, 0x40000000};

        assertThat(probe()).extracting(Clip::width, Clip::height).containsExactly(720, 1280);
    }

    @Test
    void without_a_display_size_the_coded_size_counts() throws BadClipException {
        file.width = 0;

        assertThat(probe()).extracting(Clip::width, Clip::height).containsExactly(640, 480);
    }

    @Test
    void a_sound_track_beside_the_pictures_is_noticed() throws BadClipException {
        Mp4File sound = new Mp4File();
        sound.handler = "soun";
        file.moreTracks = sound.trak();

        assertThat(probe().audio()).isTrue();
        assertThat(probe().duration()).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void a_file_without_ftyp_is_old_quicktime() throws BadClipException {
        byte[] all = file.bytes();
        byte[] wide = Mp4File.box("wide", Bytes.zeros(12));
        System.arraycopy(wide, 0, all, 0, 20);

        assertThat(ClipProbe.probe(all).container()).isEqualTo(Container.MOV);
    }

    private Clip probe() throws BadClipException {
        return ClipProbe.probe(file.bytes());
    }
}
