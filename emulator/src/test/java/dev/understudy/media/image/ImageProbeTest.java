package dev.understudy.media.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.understudy.media.probe.ByteArrayChannel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The tables in the fixtures' README, the files beside them and the prober agree; damage is noticed or harmless. */
@Timeout(60)
class ImageProbeTest {

    private static final Path FOLDER = Path.of("..", "fixtures", "images");

    static Stream<ImageFixture> good() {
        return ImageFixture.all().stream().filter(ImageFixture::isGood);
    }

    static Stream<ImageFixture> refused() {
        return ImageFixture.all().stream().filter(image -> !image.isGood());
    }

    @Test
    void the_tables_name_every_file_with_its_size_and_no_other() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(ImageFixture.all())
                    .extracting(ImageFixture::name)
                    .containsExactlyInAnyOrderElementsOf(
                            files.map(file -> file.getFileName().toString())
                                    .filter(name -> !name.equals("README.md"))
                                    .toList());
        }
        assertThat(ImageFixture.all())
                .allSatisfy(image -> assertThat(image.content()).hasSize((int) image.bytes()));
    }

    @ParameterizedTest
    @MethodSource("good")
    void reads_the_facts_of_a_good_image(ImageFixture image) throws Exception {
        assertThat(facts(probe(image.content()))).isEqualTo(image.facts());
    }

    @ParameterizedTest
    @MethodSource("refused")
    void names_what_is_wrong_with_a_refused_file(ImageFixture image) {
        BadImageException refusal = catchThrowableOfType(BadImageException.class, () -> probe(image.content()));

        assertThat(List.of(refusal.getMessage())).isEqualTo(image.facts());
    }

    /** An image that ends early is refused wherever it ends. */
    @ParameterizedTest
    @MethodSource("good")
    void every_beginning_of_a_good_image_is_refused(ImageFixture image) {
        byte[] whole = image.content();
        int step = Math.max(1, whole.length / 500);
        for (int length = 0; length < whole.length - 2; length += step) {
            byte[] part = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> probe(part))
                    .as("%s, cut after %s bytes", image, length)
                    .isInstanceOf(BadImageException.class);
        }
    }

    static LongStream seeds() {
        return LongStream.range(0, 8);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void a_damaged_file_is_an_image_or_a_refusal(long seed) throws IOException {
        Random random = new Random(seed);
        List<byte[]> files =
                ImageFixture.all().stream().map(ImageFixture::content).toList();
        int refused = 0;
        for (int i = 0; i < 2_000; i++) {
            byte[] damaged = damage(files.get(random.nextInt(files.size())), random);
            try {
                Image image = probe(damaged);
                assertThat(image.width()).isPositive();
                assertThat(image.height()).isPositive();
            } catch (BadImageException e) {
                assertThat(e.getMessage()).isNotBlank().doesNotContain("\n");
                refused++;
            }
        }
        assertThat(refused).as("some damage is noticed, some is not").isBetween(200, 1_900);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            FFD8FFD9                                           | the JPEG holds no picture
            FFD8FFE00000                                       | segment E0 of the JPEG claims 0 bytes
            FFD8FFE00002AA                                     | the JPEG has no segment at byte 6, where one has to begin
            FFD8FFDA0002FFD9                                   | the JPEG says nowhere how large its picture is
            FFD8FFE0                                           | the file looks cut off: it has 4 bytes and refers to byte 5
            89504E470D0A1A0A0000000C49484452                   | the PNG does not begin with an IHDR chunk of 13 bytes
            524946460400000057454250                           | the WebP holds no picture
            524946460C00000057454250414E4D4600000000           | the WebP is animated but does not say how large it is
            52494646160000005745425056503820 0A000000 01000000000000000000 | the picture in the WebP does not begin with a VP8 key frame
            0000001C667479706176696600000000                   | PNG, JPEG or WebP is needed, but the file begins with 00 00 00 1C (an AVIF image)
            00000018667479706D70343200000000                   | PNG, JPEG or WebP is needed, but the file begins with 00 00 00 18 (an MP4 or MOV video)
            3C21444F43545950452068746D6C3E                     | PNG, JPEG or WebP is needed, but the file begins with 3C 21 44 4F (an HTML or XML page)
            00010203                                           | PNG, JPEG or WebP is needed, but the file begins with 00 01 02 03 (an unknown format)
            """)
    void a_file_that_contradicts_itself_is_told_where(String hex, String message) {
        assertThatThrownBy(() -> probe(HexFormat.of().parseHex(hex.replace(" ", ""))))
                .isInstanceOf(BadImageException.class)
                .hasMessage(message);
    }

    @Test
    void a_camera_note_that_makes_no_sense_turns_nothing() throws Exception {
        byte[] turned = fixture("turned.jpg");
        int directory = new String(turned, StandardCharsets.ISO_8859_1).indexOf("MM") + 4;

        turned[directory] = 0x7f;
        assertThat(probe(turned).isLandscape()).isTrue();
        turned[directory] = 0;
        assertThat(probe(turned).isLandscape()).isFalse();
        turned[directory + 15] = 9;
        assertThat(probe(turned).isLandscape()).as("an orientation of 9").isTrue();
        turned[directory + 15] = 8;
        turned[directory + 5] = 0;
        assertThat(probe(turned).isLandscape())
                .as("a directory without entries")
                .isTrue();
    }

    private static byte[] fixture(String name) {
        return ImageFixture.all().stream()
                .filter(image -> image.name().equals(name))
                .findFirst()
                .orElseThrow()
                .content();
    }

    private static byte[] damage(byte[] file, Random random) {
        byte[] damaged = random.nextInt(4) == 0 ? Arrays.copyOf(file, random.nextInt(file.length + 1)) : file.clone();
        for (int i = random.nextInt(6); i > 0 && damaged.length > 0; i--) {
            int within = random.nextBoolean() ? Math.min(64, damaged.length) : damaged.length;
            damaged[random.nextInt(within)] = (byte) random.nextInt();
        }
        return damaged;
    }

    private static Image probe(byte[] content) throws BadImageException, IOException {
        return ImageProbe.probe(new ByteArrayChannel(content));
    }

    private static List<String> facts(Image image) {
        return List.of(image.format().name(), image.width() + "x" + image.height());
    }
}
