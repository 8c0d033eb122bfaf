package dev.understudy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.journal.Entry;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What clients in the field still call, and what they say about themselves. */
class OlderClientsTest {

    private static Understudy understudy;

    @BeforeAll
    static void start() {
        understudy = Understudy.builder().start();
    }

    @AfterAll
    static void stop() {
        understudy.close();
    }

    @Test
    void theResultIsFoundUnderVersionTwoAsWell() {
        Api api = new Api(understudy, "two");
        String id = api.run(Api.TEXT_TO_VIDEO, Map.of("prompt", "a")).path("id").asText();

        assertThat(api.get("/api/v2/predictions/" + id + "/result").text())
                .isEqualTo(api.get("/api/v3/predictions/" + id + "/result").text());
        assertThat(api.get("/api/v2/predictions/none/result").text())
                .isEqualTo("{\"code\":404,\"message\":\"Task not found\"}");
    }

    @Test
    void aFileCanBeUploadedUnderVersionTwoAsWell() {
        Api api = new Api(understudy, "two");
        String form = "--xyz\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.png\"\r\n"
                + "Content-Type: image/png\r\n\r\nhello\r\n--xyz--\r\n";

        Api.Answer answer = api.send(
                "POST",
                "/api/v2/media/upload/binary",
                BodyPublishers.ofString(form),
                "Content-Type",
                "multipart/form-data; boundary=xyz");

        assertThat(answer.text())
                .matches("\\{\"code\":200,\"message\":\"success\",\"data\":\\{\"type\":\"image\",\"download_url\":"
                        + "\"http://[^\"]+/a.png\",\"filename\":\"a.png\",\"size\":5\\}\\}");
        String path = URI.create(answer.data().path("download_url").asText()).getPath();
        assertThat(api.anonymous("GET", path, BodyPublishers.noBody()).text()).isEqualTo("hello");
    }

    @Test
    void theJournalSaysWhichClientCalled() {
        assertThat(notes("named", "X-Client-Name", "wavespeed-js", "X-Client-Version", "0.3.2", "X-Client-OS", "linux"))
                .containsExactly("client: wavespeed-js 0.3.2 linux");
        assertThat(notes("half", "X-Client-OS", "darwin")).containsExactly("client: darwin");
        assertThat(notes("silent")).isEmpty();
    }

    @Test
    void whatAClientSaysAboutItselfIsKeptShortAndPrintable() {
        assertThat(notes("loud", "X-Client-Name", "<b>" + "x".repeat(10_000), "X-Client-Version", "1\tx2"))
                .containsExactly("client: <b>" + "x".repeat(57) + "... 1?x2");
    }

    private static List<String> notes(String key, String... headers) {
        Api api = new Api(understudy, key);
        api.get("/api/v3/predictions", headers);
        return api.sandbox().journal().stream()
                .filter(Entry.Call.class::isInstance)
                .map(Entry::notes)
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }
}
