package dev.understudy.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.cli.Program.Ended;
import dev.understudy.media.probe.Clip;
import dev.understudy.media.probe.ClipProbe;
import dev.understudy.media.probe.Container;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class MakeClipTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "a.mp4, 1.999, 720x1280, 30, true, MP4",
        "a.mp4, 2, 1280*720, 24, false, MP4",
        "a.MOV, 4.001, 64x64, 60, true, MOV",
    })
    void theProbeReadsExactlyWhatWasAskedFor(
            String name, String seconds, String size, int rate, boolean audio, Container container) throws Exception {
        String file = folder.resolve(name).toString();

        run("--seconds", seconds, "--size", size, "--fps", rate + "", audio ? "--audio" : "--no-audio", "-o", file);

        Clip clip = ClipProbe.probe(Files.readAllBytes(Path.of(file)));
        assertThat(clip.duration()).isEqualTo(Duration.parse("PT" + seconds + "S"));
        assertThat(clip.width() + "x" + clip.height()).isEqualTo(size.replace('*', 'x'));
        assertThat(clip.framesPerSecond()).isEqualTo(rate);
        assertThat(clip.audio()).isEqualTo(audio);
        assertThat(clip.container()).isEqualTo(container);
    }

    @Test
    void standardOutputGetsTheClipAndNothingElse() throws Exception {
        Ended ended = Program.with("clip", "--seconds", "2.5", "-o", "-").run();

        assertThat(ended.code()).isZero();
        assertThat(ClipProbe.probe(ended.bytes()).duration()).isEqualTo(Duration.ofMillis(2_500));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --seconds 0           | --seconds: '0' is not 0.001 to 120, in steps of 0.001
            --seconds 120.001     | --seconds: '120.001' is not 0.001 to 120, in steps of 0.001
            --seconds 1.9999      | --seconds: '1.9999' is not 0.001 to 120, in steps of 0.001
            --seconds 2e0         | --seconds: '2e0' is not 0.001 to 120, in steps of 0.001
            --fps 61              | --fps: '61' is not a whole number from 1 to 60
            --fps 29.97           | --fps: '29.97' is not a whole number from 1 to 60
            --size 721x1280       | --size: width must be even and 16 to 4096 but is 721
            --size 64x5000        | --size: height must be even and 16 to 4096 but is 5000
            --size 720p           | --size: '720p' is not WIDTHxHEIGHT, such as 720x1280
            --audio --no-audio    | --audio and --no-audio contradict each other
            """)
    void whatCannotBeMadeIsRefusedWithWhatCan(String options, String message) {
        List<String> words =
                new ArrayList<>(List.of("clip", "-o", folder.resolve("x.mp4").toString()));
        words.addAll(List.of(options.split(" ")));

        assertThatThrownBy(() -> {
                    CommandLine call = CommandLine.parse(words);
                    call.command().run(call.arguments());
                })
                .isInstanceOf(UsageException.class)
                .hasMessage(message);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aFileThatCannotBeWrittenIsTold() throws Exception {
        Path file = folder.resolve("nowhere/x.mp4");
        Ended ended = Program.with("clip", "-o", file.toString()).run();

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.errors().lines())
                .containsExactly("understudy: cannot write " + file + ": there is no such folder");
    }

    @Test
    void withoutAPlaceToWriteToItIsAWrongCall() throws Exception {
        Ended ended = Program.with("clip").run();

        assertThat(ended.code()).isEqualTo(64);
        assertThat(ended.errors().lines())
                .containsExactly(
                        "understudy: clip needs --output FILE (-o), or -o - for standard output",
                        "understudy: try 'understudy help clip'");
    }

    private static void run(String... options) {
        List<String> words = new ArrayList<>(List.of("clip"));
        words.addAll(List.of(options));
        CommandLine call = CommandLine.parse(words);
        assertThat(call.command().run(call.arguments())).isZero();
    }
}
