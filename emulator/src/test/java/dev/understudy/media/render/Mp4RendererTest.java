package dev.understudy.media.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.media.probe.Clip;
import dev.understudy.media.probe.ClipProbe;
import dev.understudy.media.probe.Container;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class Mp4RendererTest {
    static Stream<Arguments> sizesAndDurations() {
        return Scenes.SIZES.stream()
                .flatMap(size -> Scenes.DURATIONS.stream().map(seconds -> Arguments.of(size[0], size[1], seconds)));
    }

    @ParameterizedTest
    @MethodSource("sizesAndDurations")
    void has_the_asked_size_and_exactly_the_asked_duration(int width, int height, int seconds) {
        byte[] file = Mp4Renderer.render(Scenes.typical(width, height, seconds));

        Tracks video = Tracks.video(file);
        assertThat(video.ticks()).isEqualTo(seconds * video.timescale()).isEqualTo(video.declaredTicks());
        assertThat(video.samples()).hasSize(seconds * 30).hasSize(video.timedSamples());
        assertThat(video.sampleEntry().u16(24)).isEqualTo(width);
        assertThat(video.sampleEntry().u16(26)).isEqualTo(height);
        Tracks audio = Tracks.audio(file);
        assertThat(audio.ticks()).isEqualTo(seconds * audio.timescale()).isEqualTo(audio.declaredTicks());
        assertThat(audio.timedSamples()).isEqualTo(audio.sizes().length);
        Mp4 movie = Mp4.parse(file).at("moov/mvhd");
        assertThat(movie.u32(16)).isEqualTo(seconds * movie.u32(12));
        assertThat(file).hasSizeBetween(8_000, 40_000 + seconds * 16_000);
    }

    @ParameterizedTest
    @CsvSource({"1", "2", "3", "5", "7", "31", "60"})
    void lasts_any_number_of_seconds(int seconds) {
        byte[] file = Mp4Renderer.render(Scenes.typical(180, 320, seconds));

        for (Tracks track : List.of(Tracks.video(file), Tracks.audio(file))) {
            assertThat(track.ticks()).isEqualTo(seconds * track.timescale());
            assertThat(track.samples()).hasSize(track.timedSamples());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1,30", "33,30", "34,30", "999,24", "1000,1", "1001,1", "1999,30", "2001,30", "3999,25", "4001,60", "59999,7"
    })
    void lasts_any_number_of_milliseconds_at_any_rate(int milliseconds, int rate) throws Exception {
        for (boolean sound : List.of(true, false)) {
            byte[] file = Mp4Renderer.render(Scenes.reel(64, 96, new Reel(milliseconds, rate, sound)));

            Clip clip = ClipProbe.probe(file);
            assertThat(clip.duration()).isEqualTo(Duration.ofMillis(milliseconds));
            assertThat(clip.audio()).isEqualTo(sound);
            if (milliseconds * rate > 2000) { // of two frames, one of them cut, neither is the common one
                assertThat(clip.framesPerSecond()).isEqualTo(rate);
            }
            Tracks video = Tracks.video(file);
            assertThat(video.samples()).hasSize(video.timedSamples());
            assertThat(Mp4.parse(file).at("moov/mvhd").u32(16)).isEqualTo(milliseconds);
            if (sound) {
                Tracks audio = Tracks.audio(file);
                assertThat(audio.ticks()).isEqualTo(milliseconds * 48).isEqualTo(audio.declaredTicks());
                assertThat(audio.samples()).hasSize(audio.timedSamples());
            }
        }
    }

    @Test
    void calls_itself_what_it_is_wrapped_as() throws Exception {
        Scene scene = Scenes.typical(64, 96, 1);

        assertThat(ClipProbe.probe(Mp4Renderer.render(scene)).container()).isEqualTo(Container.MP4);
        assertThat(ClipProbe.probe(Mp4Renderer.render(scene, Wrapping.MOV)).container())
                .isEqualTo(Container.MOV);
    }

    @Test
    void puts_the_index_before_the_media_and_every_byte_into_a_box() {
        byte[] file = Mp4Renderer.render(Scenes.typical(640, 360, 4));

        List<Mp4.Entry> boxes = Mp4.parse(file).entries();
        assertThat(boxes).extracting(Mp4.Entry::type).containsExactly("ftyp", "moov", "mdat");
        int media = Tracks.video(file).samples().stream()
                        .mapToInt(sample -> sample.length)
                        .sum()
                + Arrays.stream(Tracks.audio(file).sizes()).sum();
        assertThat(media).isEqualTo(boxes.get(2).box().content().limit());
    }

    @Test
    void can_be_entered_every_two_seconds() {
        byte[] file = Mp4Renderer.render(Scenes.typical(640, 360, 5));

        Tracks video = Tracks.video(file);
        assertThat(video.keys()).containsExactly(1, 61, 121);
        List<byte[]> samples = video.samples();
        for (int i = 0; i < samples.size(); i++) {
            assertThat(samples.get(i)[4] & 31).as("type of sample %s", i).isEqualTo(i % 60 == 0 ? 5 : 1);
        }
    }

    @Test
    void has_silence_for_audio() {
        byte[] file = Mp4Renderer.render(Scenes.typical(640, 360, 3));

        assertThat(Tracks.audio(file).samples()).hasSize(141).containsOnly(new byte[] {0, 0, 0, 7});
    }

    @ParameterizedTest
    @CsvSource({"720,1280,1", "1792,1024,1", "642,362,3", "16,16,1", "18,4096,1", "4096,18,1", "100,100,2"})
    void decodes_to_exactly_what_was_painted(int width, int height, int seconds) {
        for (Scene scene : List.of(Scenes.typical(width, height, seconds), Scenes.stress(width, height, seconds))) {
            List<byte[]> samples = Tracks.video(Mp4Renderer.render(scene)).samples();
            SubsetDecoder decoder = new SubsetDecoder(width, height);
            List<Integer> wrong = new ArrayList<>();
            int[] number = {0};
            PaintedPlanes.forEach(scene, painted -> {
                decoder.decode(samples.get(number[0]));
                if (!Arrays.equals(decoder.cropped(width, height), painted)) {
                    wrong.add(number[0]);
                }
                number[0]++;
            });
            assertThat(wrong).as("frames that differ").isEmpty();
            assertThat(number[0]).isEqualTo(samples.size());
        }
    }

    @Test
    void moves_at_least_ten_times_a_second() {
        Scene scene = Scenes.typical(720, 1280, 4);
        List<Integer> faces = new ArrayList<>();
        PaintedPlanes.forEach(scene, planes -> faces.add(Arrays.hashCode(planes)));

        assertThat(faces).hasSize(120);
        assertThat(faces.stream().distinct().count()).isGreaterThanOrEqualTo(40);
    }

    @Test
    void gives_the_same_bytes_for_the_same_scene() {
        assertThat(Mp4Renderer.render(Scenes.typical(1280, 720, 4)))
                .isEqualTo(Mp4Renderer.render(Scenes.typical(1280, 720, 4)));
    }

    @Test
    void looks_different_for_a_different_text() {
        List<Integer> tints = Stream.iterate(0, i -> i + 1)
                .limit(24)
                .map(i -> Palette.of(new Fingerprint("take " + i, List.of())).hashCode())
                .distinct()
                .toList();

        assertThat(tints).hasSizeGreaterThan(12);
    }

    @Test
    void carries_its_tags_in_the_order_of_their_names() {
        Scene scene = new Scene(
                64, 64, 1, "A title", List.of(), Map.of("model", "sora-2", "comment", "na\u00EFve", "zebra", "a\0b"));

        Mp4 tags = Mp4.parse(Mp4Renderer.render(scene))
                .at("moov/udta/meta")
                .after(4)
                .at("ilst");
        assertThat(tags.entries())
                .extracting(Mp4.Entry::type)
                .containsExactly("\u00A9cmt", "\u00A9too", "----", "\u00A9nam", "----");
        assertThat(text(tags.at("\u00A9cmt/data"), 8)).isEqualTo("na\u00EFve");
        assertThat(text(tags.at("\u00A9nam/data"), 8)).isEqualTo("A title");
        assertThat(text(tags.at("\u00A9too/data"), 8)).isEqualTo("Understudy");
        assertThat(text(tags.at("----/name"), 4)).isEqualTo("model");
        assertThat(text(tags.at("----[1]/data"), 8)).isEqualTo("a\uFFFDb");
    }

    @Test
    void cuts_a_tag_that_is_too_long_between_characters() {
        String long4k = "x".repeat(4095) + "\uD83C\uDFAC" + "y".repeat(10_000);
        Scene scene = new Scene(64, 64, 1, "t", List.of(), Map.of("comment", long4k));

        Mp4 tags = Mp4.parse(Mp4Renderer.render(scene))
                .at("moov/udta/meta")
                .after(4)
                .at("ilst");
        assertThat(text(tags.at("\u00A9cmt/data"), 8)).isEqualTo("x".repeat(4095));
    }

    @Test
    void takes_a_huge_text_and_stays_small() {
        String huge = "all work and no play ".repeat(100_000);
        byte[] file = Mp4Renderer.render(new Scene(1080, 1920, 4, huge, List.of(huge, "short"), Map.of()));

        assertThat(file).hasSizeLessThan(200_000);
    }

    private static String text(Mp4 box, int from) {
        byte[] bytes = new byte[box.content().limit() - from];
        box.content().get(from, bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
