package dev.understudy.client;

import static dev.understudy.client.StubService.ID;
import static dev.understudy.client.StubService.prediction;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class VideoInputsTest {
    private static final Character JOE = new Character("char_e9bd70c8fadc8191958144ce7c9d3810", "Joe");
    private static final URI CAT = URI.create("https://pictures.example/cat.png");
    private static final String VIDEO = "https://media.example/predictions/1.mp4";

    @RegisterExtension
    final StubService service = new StubService();

    static Stream<Arguments> inputs() {
        return Stream.of(
                Arguments.of(TextToVideo.of("Rain"), "openai/sora-2/text-to-video", "{\"prompt\":\"Rain\"}"),
                Arguments.of(
                        TextToVideo.of("Joe waves")
                                .size(VideoSize.LANDSCAPE_720)
                                .seconds(8)
                                .characters(JOE, new Character("char_2", "Ann")),
                        "openai/sora-2/text-to-video",
                        "{\"prompt\":\"Joe waves\",\"size\":\"1280*720\",\"duration\":8,\"characters\":[{\"id\":\""
                                + JOE.id() + "\"},{\"id\":\"char_2\"}]}"),
                Arguments.of(
                        TextToVideo.pro("Rain").size(VideoSize.PORTRAIT_1024).characters(),
                        "openai/sora-2/text-to-video-pro",
                        "{\"prompt\":\"Rain\",\"size\":\"1024*1792\",\"characters\":[]}"),
                Arguments.of(
                        TextToVideo.sora2Pro("Rain").seconds(4).seconds(20).size(VideoSize.LANDSCAPE_1080),
                        "openai/sora-2-pro/text-to-video",
                        "{\"prompt\":\"Rain\",\"size\":\"1920*1080\",\"duration\":20}"),
                Arguments.of(
                        ImageToVideo.of("It purrs", CAT).seconds(12),
                        "openai/sora-2/image-to-video",
                        "{\"prompt\":\"It purrs\",\"image\":\"" + CAT + "\",\"duration\":12}"),
                Arguments.of(
                        ImageToVideo.pro("It purrs", CAT).in1080p(),
                        "openai/sora-2/image-to-video-pro",
                        "{\"prompt\":\"It purrs\",\"image\":\"" + CAT + "\",\"resolution\":\"1080p\"}"),
                Arguments.of(
                        ImageToVideo.sora2Pro("It purrs", CAT),
                        "openai/sora-2-pro/image-to-video",
                        "{\"prompt\":\"It purrs\",\"image\":\"" + CAT + "\"}"));
    }

    @ParameterizedTest
    @MethodSource("inputs")
    void each_model_gets_what_was_chosen_and_nothing_else(VideoInput input, String model, String json)
            throws Exception {
        service.answers("/api/v3/" + model, prediction("completed", "[\"" + VIDEO + "\"]", ""));
        WaveSpeedClient client = service.client(new TestClock()).build();

        assertThat(client.generateVideo(input)).isEqualTo(new Video(ID, URI.create(VIDEO)));
        assertThat(client.submit(input).id()).isEqualTo(ID);

        assertThat(service.requests("/api/v3/" + model))
                .hasSize(2)
                .allSatisfy(sent -> assertThat(Answers.JSON.readTree(sent.getBodyAsString()))
                        .isEqualTo(Answers.JSON.readTree(json)));
    }

    @Test
    void a_choice_leaves_the_input_it_was_made_on_as_it_was() {
        TextToVideo rain = TextToVideo.of("Rain");

        rain.seconds(8);

        assertThat(rain).isEqualTo(TextToVideo.of("Rain"));
        assertThatThrownBy(() -> rain.fields().put("seed", 1)).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void a_resolution_that_the_service_would_drop_in_silence_is_refused() {
        assertThatThrownBy(() -> ImageToVideo.of("It purrs", CAT).in1080p())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("has no resolution");
    }

    @ParameterizedTest
    @EnumSource
    void the_name_of_a_size_says_which_way_it_lies_and_its_shorter_or_standard_side(VideoSize size) {
        String[] sides = size.toString().split("\\*");
        int width = Integer.parseInt(sides[0]);
        int height = Integer.parseInt(sides[1]);

        assertThat(size.name()).isEqualTo((width < height ? "PORTRAIT_" : "LANDSCAPE_") + Math.min(width, height));
    }
}
