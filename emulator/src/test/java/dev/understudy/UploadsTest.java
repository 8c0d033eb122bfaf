package dev.understudy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.settings.Setting;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class UploadsTest {

    private static Understudy understudy;
    private static Api api;

    @BeforeAll
    static void start() {
        understudy = Understudy.builder().with(Setting.MAX_UPLOAD, "4m").start();
        api = new Api(understudy, "uploader");
    }

    @AfterAll
    static void stop() {
        understudy.close();
    }

    @Test
    void aTicketSaysWhereToPutTheFileAndWhereItWillBe() {
        Api.Answer answer = api.post(
                "/api/v3/media/uploads", Map.of("filename", "a b.png", "size", 1024, "content_type", "image/png"));

        assertThat(answer.text())
                .matches("\\{\"code\":200,\"message\":\"success\",\"data\":\\{\"type\":\"image\",\"download_url\":"
                        + "\"(http://127.0.0.1:\\d+/media/[0-9a-f]{16}/uploads/[0-9a-f]{32}/a_b.png)\","
                        + "\"filename\":\"a b.png\",\"size\":1024,\"upload\":\\{\"method\":\"PUT\",\"url\":\"\\1\","
                        + "\"headers\":\\{\"Content-Type\":\"image/png\",\"If-None-Match\":\"\\*\"\\}\\}\\}\\}");
    }

    @Test
    void aFilePutWithoutAKeyComesBackToTheByteAndCannotBeReplaced() {
        byte[] content = random(300_000);
        JsonNode ticket = api.post("/api/v3/media/uploads", Map.of("filename", "x.mp4", "size", content.length))
                .data();
        String path = URI.create(ticket.path("download_url").asText()).getPath();

        assertThat(api.anonymous("GET", path, BodyPublishers.noBody()).status()).isEqualTo(404);
        BodyPublisher body = BodyPublishers.ofByteArray(content);
        assertThat(api.anonymous("PUT", path, body, "If-None-Match", "*").status())
                .isEqualTo(200);
        Api.Answer back = api.anonymous("GET", path, BodyPublishers.noBody());
        assertThat(back.bytes()).isEqualTo(content);
        assertThat(back.header("Content-Type")).isEqualTo("video/mp4");
        assertThat(api.anonymous("PUT", path, body, "If-None-Match", "*").status())
                .isEqualTo(412);
    }

    @Test
    void aPlaceThatNobodyOpenedTakesNoFile() {
        String path = "/media/0123456789abcdef/uploads/0123456789abcdef0123456789abcdef/x.mp4";

        assertThat(api.anonymous("PUT", path, BodyPublishers.ofString("x")).status())
                .isEqualTo(404);
        assertThat(api.anonymous("PUT", "/media/../etc/passwd", BodyPublishers.ofString("x"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aFormWithTheFieldFileIsKeptAtOnce() {
        byte[] content = random(200_000);
        Api.Answer answer = form("file", "clip.webm", content);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text())
                .matches("\\{\"code\":200,\"message\":\"success\",\"data\":\\{\"type\":\"video\",\"download_url\":"
                        + "\"http://[^\"]+/clip.webm\",\"filename\":\"clip.webm\",\"size\":200000\\}\\}");
        String url = answer.data().path("download_url").asText();
        assertThat(api.anonymous("GET", URI.create(url).getPath(), BodyPublishers.noBody())
                        .bytes())
                .isEqualTo(content);
    }

    @Test
    void aFormWithoutTheFieldFileIsRefusedWithASentence() {
        String refusal = "{\"code\":400,\"message\":\"missing multipart file field: file\"}";

        assertThat(form("image", "clip.webm", new byte[10]).text()).isEqualTo(refusal);
        assertThat(api.post("/api/v3/media/upload/binary", "{}").text()).isEqualTo(refusal);
    }

    @Test
    void aFileOverTheLimitIsRefused() {
        byte[] content = new byte[(4 << 20) + 1];
        String url = api.post("/api/v3/media/uploads", Map.of("filename", "x.mp4", "size", content.length))
                .data()
                .path("download_url")
                .asText();

        assertThat(api.anonymous("PUT", URI.create(url).getPath(), BodyPublishers.ofByteArray(content))
                        .status())
                .isEqualTo(413);
        Api.Answer binary = form("file", "clip.webm", content);
        assertThat(binary.status()).isEqualTo(413);
        assertThat(binary.json().path("code").asInt()).isEqualTo(413);
    }

    @Test
    void aBodyInChunksIsTakenUpToTheLimitAndNotBeyond() {
        byte[] content = random(3_000_000);
        String path = URI.create(api.post("/api/v3/media/uploads", Map.of("filename", "x.mp4", "size", 1))
                        .data()
                        .path("download_url")
                        .asText())
                .getPath();

        assertThat(api.anonymous("PUT", path, inChunks(content)).status()).isEqualTo(200);
        assertThat(api.anonymous("GET", path, BodyPublishers.noBody()).bytes()).isEqualTo(content);
        Api.Answer tooLarge = chunkedForm(new byte[(4 << 20) + 1]);
        assertThat(tooLarge.status()).isEqualTo(413);
        assertThat(chunkedForm(content).data().path("size").asInt()).isEqualTo(3_000_000);
    }

    @Test
    void aTicketNeedsANameAndASize() {
        assertThat(api.post("/api/v3/media/uploads", "{\"size\":1}").text())
                .isEqualTo("{\"code\":400,\"message\":\"parameter filename must be a non-empty string\"}");
        assertThat(api.post("/api/v3/media/uploads", "{\"filename\":\"a\",\"size\":-1}")
                        .text())
                .isEqualTo("{\"code\":400,\"message\":\"parameter size must be the file's size in bytes\"}");
    }

    @Test
    void aPageThatSomebodyUploadsIsServedAsPlainBytes() {
        String url = api.upload("page.html", "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8));

        Api.Answer answer = api.anonymous("GET", URI.create(url).getPath(), BodyPublishers.noBody());
        assertThat(answer.header("Content-Type")).isEqualTo("application/octet-stream");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @Test
    void aKeySentToTheMediaHostIsNotedBecauseThatHostIsSomebodyElses() {
        String url = api.upload("x.mp4", new byte[10]);

        api.get(URI.create(url).getPath());
        assertThat(api.sandbox().journal())
                .anySatisfy(entry -> assertThat(entry.notes())
                        .contains("the API key was sent to the media host, which does not need it"));
    }

    private static Api.Answer form(String field, String fileName, byte[] content) {
        String head = "--xyz\r\nContent-Disposition: form-data; name=\"" + field + "\"; filename=\"" + fileName
                + "\"\r\nContent-Type: video/webm\r\n\r\n";
        BodyPublisher body = BodyPublishers.concat(
                BodyPublishers.ofString(head),
                BodyPublishers.ofByteArray(content),
                BodyPublishers.ofString("\r\n--xyz--\r\n"));
        return api.send(
                "POST", "/api/v3/media/upload/binary", body, "Content-Type", "multipart/form-data; boundary=xyz");
    }

    private static Api.Answer chunkedForm(byte[] content) {
        String head = "--xyz\r\nContent-Disposition: form-data; name=\"file\"; filename=\"x.mp4\"\r\n\r\n";
        BodyPublisher body = BodyPublishers.concat(
                BodyPublishers.ofString(head), inChunks(content), BodyPublishers.ofString("\r\n--xyz--\r\n"));
        return api.send(
                "POST", "/api/v3/media/upload/binary", body, "Content-Type", "multipart/form-data; boundary=xyz");
    }

    // A publisher that does not know its length is sent in chunks.
    private static BodyPublisher inChunks(byte[] content) {
        return BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(content));
    }

    private static byte[] random(int size) {
        byte[] content = new byte[size];
        new Random(1).nextBytes(content);
        return content;
    }
}
