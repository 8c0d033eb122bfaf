package dev.understudy.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.Api;
import dev.understudy.Understudy;
import dev.understudy.settings.Egress;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Bodies gone wrong, at every kind of entrance. Whatever comes is answered, and never with a mistake of ours. */
class BodiesFuzzTest {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private static Understudy understudy;

    record Entrance(String method, String path, String type, List<String> bodies) {
        @Override
        public String toString() {
            return method + " " + path + " " + type;
        }
    }

    @BeforeAll
    static void start() {
        understudy = Understudy.builder().seed(1).egress(Egress.NONE).start();
    }

    @AfterAll
    static void stop() {
        understudy.close();
    }

    static Stream<Entrance> entrances() {
        String clip = Api.dataUri(Api.clip("clip-2s.mp4"));
        String form = "--x\r\nContent-Disposition: form-data; name=\"prompt\"\r\n\r\na cat\r\n"
                + "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.mp4\"\r\n"
                + "Content-Type: video/mp4\r\n\r\nabc\r\n--x--\r\n";
        return Stream.of(
                json(
                        Api.CHARACTERS,
                        "{\"video\":\"" + clip + "\",\"name\":\"Joe\"}",
                        "{\"video\":\"data:video/mp4;base64,AAAA\",\"name\":\"x\"}"),
                json(Api.TEXT_TO_VIDEO, "{\"prompt\":\"a cat\",\"duration\":8,\"characters\":[{\"id\":\"char_1\"}]}"),
                json("/api/v3/predictions", "{\"page\":1,\"page_size\":5,\"model\":\"m\",\"status\":\"failed\"}"),
                json("/api/v3/predictions/delete", "{\"ids\":[\"a\",\"b\"]}"),
                json("/api/v3/media/uploads", "{\"filename\":\"a.mp4\",\"size\":3,\"content_type\":\"video/mp4\"}"),
                json(
                        "/v1/prediction",
                        "{\"model\":\"sora-2-text-to-video\",\"version\":\"0.0.1\",\"input\":{\"prompt\":\"a\"},\"webhook_url\":\"http://a.b/\"}"),
                json(
                        "/v1/sora/characters",
                        "{\"model\":\"sora-2-character\",\"url\":\"https://e.com/a.mp4\",\"timestamps\":\"1,3\"}",
                        "{\"model\":\"sora-2-character\",\"url\":\"https://e.c{m/a.mp4\",\"timestamps\":\"1,3\"}"),
                json("/v1/sora/generations", "{\"model\":\"sora-2\",\"prompt\":\"@a walk\",\"duration\":10}"),
                json("/v1/videos", "{\"model\":\"sora-2\",\"prompt\":\"a\",\"seconds\":\"4\",\"size\":\"720x1280\"}"),
                json(
                        "/__understudy/faults",
                        "{\"rules\":[{\"fault\":\"stuck\",\"times\":2,\"when\":{\"operation\":\"submit\"}}]}"),
                json("/__understudy/snapshots", "{\"name\":\"a\"}"),
                json("/__understudy/clock/advance", "{\"by\":\"PT1S\"}"),
                new Entrance("POST", "/api/v3/media/upload/binary", "multipart/form-data; boundary=x", List.of(form)),
                new Entrance("POST", "/v1/videos", "multipart/form-data; boundary=x", List.of(form)),
                new Entrance("POST", "/v1/videos/characters", "multipart/form-data; boundary=x", List.of(form)),
                new Entrance(
                        "POST",
                        "/v1/videos",
                        "application/x-www-form-urlencoded",
                        List.of("prompt=a+cat&seconds=4&characters[0][id]=c")));
    }

    private static Entrance json(String path, String... bodies) {
        return new Entrance("POST", path, "application/json", List.of(bodies));
    }

    @ParameterizedTest
    @MethodSource("entrances")
    void whateverComesIsAnswered(Entrance entrance) {
        List<byte[]> seeds = entrance.bodies().stream()
                .map(body -> body.getBytes(StandardCharsets.ISO_8859_1))
                .toList();
        Fuzzing.run(120, seeds, body -> {
            HttpResponse<String> answer = HTTP.send(
                    HttpRequest.newBuilder(understudy.baseUrl().resolve(entrance.path()))
                            .header("Authorization", "Bearer fuzz")
                            .header("X-API-Key", "fuzz")
                            .header("Content-Type", entrance.type())
                            .method(entrance.method(), BodyPublishers.ofByteArray(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            // The guide documents a 500 for a clip that cannot be read. A mistake of ours has no reason to give.
            int most = answer.headers().firstValue("Understudy-Why").isPresent() ? 599 : 499;
            assertThat(answer.statusCode()).as(answer.body()).isBetween(200, most);
            assertThat(answer.body()).doesNotContain("Exception", "\tat ");
        });
    }
}
