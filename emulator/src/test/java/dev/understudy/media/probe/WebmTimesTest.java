package dev.understudy.media.probe;

import static dev.understudy.media.probe.Bytes.cat;
import static dev.understudy.media.probe.WebmFile.block;
import static dev.understudy.media.probe.WebmFile.blocks;
import static dev.understudy.media.probe.WebmFile.cluster;
import static dev.understudy.media.probe.WebmFile.element;
import static dev.understudy.media.probe.WebmFile.lastingBlock;
import static dev.understudy.media.probe.WebmFile.number;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How long the pictures of a WebM last, from time stamps that are rounded to milliseconds and lack an end. */
class WebmTimesTest {

    private static final byte[] NOTHING = {};

    @ParameterizedTest
    @CsvSource({
        "60, 30, 2000", "120, 30, 4000", "48, 24, 2000", "96, 24, 4000", "50, 25, 2000", "100, 25, 4000",
        "120, 60, 2000", "240, 60, 4000", "480, 120, 4000", "32, 16, 2000", "64, 16, 4000", "57, 30, 1900",
        "123, 30, 4100", "28, 7, 4000", "14, 7, 2000"
    })
    void whole_seconds_come_out_whole_with_and_without_a_declared_rate(int frames, int rate, long millis)
            throws BadClipException {
        byte[] cluster = cluster(0, blocks(steady(frames, rate)));

        assertThat(durationOf(declared(1_000_000_000L / rate), cluster)).isEqualTo(Duration.ofMillis(millis));
        assertThat(durationOf(NOTHING, cluster)).isBetween(Duration.ofMillis(millis), Duration.ofMillis(millis + 1));
    }

    @ParameterizedTest
    @CsvSource({"60, 30", "120, 30", "48, 24", "96, 24", "50, 25", "100, 25", "120, 60", "240, 60"})
    void common_rates_need_no_declaration_to_be_exact(int frames, int rate) throws BadClipException {
        byte[] cluster = cluster(0, blocks(steady(frames, rate)));

        assertThat(durationOf(NOTHING, cluster)).isEqualTo(Duration.ofSeconds(frames / rate));
    }

    @Test
    void a_late_start_does_not_count() throws BadClipException {
        byte[] cluster = cluster(7, blocks(steady(120, 30)));

        assertThat(durationOf(declared(33_333_333), cluster)).isEqualTo(Duration.ofSeconds(4));
    }

    @Test
    void the_sound_does_not_count() throws BadClipException {
        byte[] cluster = cluster(0, blocks(steady(60, 30)), block(2, 2000), block(2, 9000));

        assertThat(durationOf(declared(33_333_333), cluster)).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void the_header_of_the_whole_file_does_not_count() throws BadClipException {
        byte[] file = withDuration(4500, cluster(0, blocks(steady(120, 30))));

        assertThat(ClipProbe.probe(file).duration()).isEqualTo(Duration.ofSeconds(4));
    }

    @Test
    void clusters_continue_each_other() throws BadClipException {
        byte[] file = WebmFile.file(NOTHING, cluster(0, blocks(0, 100, 200)), cluster(300, blocks(-0, 100, 200)));

        assertThat(ClipProbe.probe(file).duration()).isEqualTo(Duration.ofMillis(600));
        assertThat(ClipProbe.probe(file).framesPerSecond()).isEqualTo(10);
    }

    @Test
    void a_stamp_may_lie_before_its_cluster() throws BadClipException {
        assertThat(durationOf(NOTHING, cluster(500, blocks(-500, -250, 0, 250))))
                .isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void frames_out_of_order_are_taken_by_their_stamps() throws BadClipException {
        byte[] cluster = cluster(0, blocks(0, 120, 40, 80, 160));

        assertThat(durationOf(declared(40_000_000), cluster)).isEqualTo(Duration.ofMillis(200));
    }

    @Test
    void the_last_frame_may_say_how_long_it_stays() throws BadClipException {
        byte[] cluster = cluster(0, blocks(0, 40, 500), lastingBlock(1000, 750));

        assertThat(durationOf(NOTHING, cluster)).isEqualTo(Duration.ofMillis(1750));
    }

    @Test
    void an_uneven_recording_ends_one_common_step_after_its_last_frame() throws BadClipException {
        byte[] cluster = cluster(0, blocks(0, 33, 66, 99, 250, 283, 390));

        assertThat(durationOf(NOTHING, cluster)).isEqualTo(Duration.ofMillis(423));
        assertThat(ClipProbe.probe(WebmFile.file(NOTHING, cluster)).framesPerSecond())
                .isEqualTo(30.303);
    }

    @Test
    void an_uneven_recording_ends_one_declared_frame_after_its_last_one() throws BadClipException {
        assertThat(durationOf(declared(40_000_000), cluster(0, blocks(0, 40, 500))))
                .isEqualTo(Duration.ofMillis(540));
    }

    @Test
    void a_single_frame_stays_as_long_as_the_header_says() throws BadClipException {
        assertThat(ClipProbe.probe(withDuration(2500, cluster(0, blocks(0)))).duration())
                .isEqualTo(Duration.ofMillis(2500));
    }

    @Test
    void time_may_be_counted_in_other_ticks() throws BadClipException {
        byte[] info = element(WebmFile.INFO, number(0x2AD7B1, 100_000));
        byte[] file = cat(
                WebmFile.header("webm"),
                element(
                        WebmFile.SEGMENT,
                        info,
                        element(WebmFile.TRACKS, WebmFile.videoTrack()),
                        cluster(0, blocks(0, 400, 800, 1200))));

        assertThat(ClipProbe.probe(file).duration()).isEqualTo(Duration.ofMillis(160));
        assertThat(ClipProbe.probe(file).framesPerSecond()).isEqualTo(25);
    }

    private static byte[] withDuration(float ticks, byte[] cluster) {
        return cat(
                WebmFile.header("webm"),
                element(
                        WebmFile.SEGMENT,
                        element(WebmFile.INFO, WebmFile.floating(0x4489, ticks)),
                        element(WebmFile.TRACKS, WebmFile.videoTrack()),
                        cluster));
    }

    private static byte[] declared(long nanos) {
        return number(0x23E383, nanos);
    }

    /** Time stamps as a muxer rounds them. */
    private static int[] steady(int frames, int rate) {
        return IntStream.range(0, frames)
                .map(i -> (int) Math.round(i * 1000.0 / rate))
                .toArray();
    }

    private static Duration durationOf(byte[] trackFields, byte[] cluster) throws BadClipException {
        return ClipProbe.probe(WebmFile.file(trackFields, cluster)).duration();
    }
}
