package dev.understudy.media.probe;

import static dev.understudy.media.probe.Bytes.cat;
import static dev.understudy.media.probe.Bytes.text;
import static dev.understudy.media.probe.WebmFile.blocks;
import static dev.understudy.media.probe.WebmFile.cluster;
import static dev.understudy.media.probe.WebmFile.element;
import static dev.understudy.media.probe.WebmFile.number;
import static dev.understudy.media.probe.WebmFile.unsized;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What WebM files say besides their times. */
class WebmFactsTest {

    private static final byte[] FRAMES = cluster(0, blocks(0, 500, 1000, 1500));

    @Test
    void a_plain_file_has_these_facts() throws BadClipException {
        assertThat(ClipProbe.probe(WebmFile.file(new byte[0], FRAMES)))
                .isEqualTo(new Clip(Container.WEBM, "vp9", Duration.ofSeconds(2), 720, 1280, 2, false));
    }

    @Test
    void a_live_recording_names_no_sizes() throws BadClipException {
        byte[] first = unsized(WebmFile.CLUSTER, number(0xE7, 0), blocks(0, 500));
        byte[] second = unsized(WebmFile.CLUSTER, number(0xE7, 1000), blocks(0, 500));
        byte[] file = cat(
                WebmFile.header("webm"),
                unsized(WebmFile.SEGMENT, element(WebmFile.TRACKS, WebmFile.videoTrack()), first, second));

        assertThat(ClipProbe.probe(file).duration()).isEqualTo(Duration.ofSeconds(2));
    }

    @ParameterizedTest
    @CsvSource({"V_VP8, vp8", "V_AV1, av1", "V_MPEG4/ISO/AVC, h264", "V_MPEGH/ISO/HEVC, hevc", "V_THEORA, theora"})
    void the_codec_id_tells_the_codec(String id, String codec) throws BadClipException {
        assertThat(withField(element(0x86, text(id))).codec()).isEqualTo(codec);
    }

    @Test
    void the_display_size_counts_if_it_is_in_pixels() throws BadClipException {
        assertThat(withPicture(number(0x54B0, 1280), number(0x54BA, 700)))
                .extracting(Clip::width, Clip::height)
                .containsExactly(1280, 700);
        assertThat(withPicture(number(0x54B0, 16), number(0x54BA, 9), number(0x54B2, 3)))
                .extracting(Clip::width, Clip::height)
                .containsExactly(720, 1280);
    }

    @Test
    void cropped_pixels_are_not_shown() throws BadClipException {
        assertThat(withPicture(number(0x54AA, 40), number(0x54BB, 40), number(0x54CC, 10), number(0x54DD, 10)))
                .extracting(Clip::width, Clip::height)
                .containsExactly(700, 1200);
    }

    @ParameterizedTest
    @CsvSource({"90, 1280, 720", "-90, 1280, 720", "180, 720, 1280", "0, 720, 1280"})
    void a_quarter_turn_swaps_the_sides(float roll, int width, int height) throws BadClipException {
        assertThat(withPicture(element(0x7670, WebmFile.floating(0x7675, roll))))
                .extracting(Clip::width, Clip::height)
                .containsExactly(width, height);
    }

    @Test
    void a_sound_track_beside_the_pictures_is_noticed() throws BadClipException {
        byte[] sound = element(0xAE, number(0xD7, 2), number(0x83, 2), element(0x86, text("A_OPUS")));
        byte[] tracks = element(WebmFile.TRACKS, sound, WebmFile.videoTrack());
        byte[] file = cat(WebmFile.header("webm"), element(WebmFile.SEGMENT, tracks, FRAMES));

        assertThat(ClipProbe.probe(file).audio()).isTrue();
        assertThat(ClipProbe.probe(file).codec()).isEqualTo("vp9");
    }

    private static Clip withField(byte[] field) throws BadClipException {
        return ClipProbe.probe(WebmFile.file(field, FRAMES));
    }

    /** The picture of {@link WebmFile#videoTrack} has its plain size already; these fields come in a second one. */
    private static Clip withPicture(byte[]... fields) throws BadClipException {
        return withField(element(0xE0, fields));
    }
}
