package dev.understudy.client;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static dev.understudy.client.StubService.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UploadTest {
    private static final String TICKETS = "/api/v3/media/uploads";

    @RegisterExtension
    final StubService service = new StubService();

    @RegisterExtension
    final StubService store = new StubService();

    private WaveSpeedClient client() {
        return service.client(new TestClock()).apiKey("key-of-the-service").build();
    }

    private void ticket(String headers) {
        service.answers(
                TICKETS,
                okJson("{\"code\":200,\"data\":{\"type\":\"video\",\"download_url\":\"https://media.example/joe.mp4\","
                        + "\"filename\":\"joe.mp4\",\"size\":3,\"upload\":{\"method\":\"PUT\",\"url\":\""
                        + store.url("/put?signature=s3cr3t") + "\",\"headers\":" + headers + "}}}"));
    }

    @Test
    void bytes_go_to_the_address_of_the_ticket_with_its_headers_and_without_the_key() throws Exception {
        ticket(
                "{\"Content-Type\":\"video/mp4\",\"If-None-Match\":\"*\",\"Host\":\"elsewhere\",\"Content-Length\":\"9\","
                        + "\"Authorization\":\"Bearer key-of-the-service\",\"X-Echo\":\"key-of-the-service\"}");
        store.answers("/put?signature=s3cr3t", aResponse().withStatus(201));

        UploadedFile uploaded = client().upload(new byte[] {1, 2, 3}, "joe.mp4");

        assertThat(uploaded.url()).hasToString("https://media.example/joe.mp4");
        assertThat(uploaded.size()).isEqualTo(3);
        assertThat(store.requests()).hasSize(1);
        LoggedRequest put = store.requests().get(0);
        assertThat(put.getMethod().value()).isEqualTo("PUT");
        assertThat(put.getBody()).containsExactly(1, 2, 3);
        assertThat(put.getHeader("Content-Type")).isEqualTo("video/mp4");
        assertThat(put.getHeader("If-None-Match")).isEqualTo("*");
        assertThat(put.getHeader("Content-Length")).isEqualTo("3");
        assertThat(put.getHeaders().toString()).doesNotContain("key-of-the-service");
        assertThat(put.containsHeader("Authorization")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "joe.mp4, video/mp4",
        "joe.mov, video/quicktime",
        "joe.webm, video/webm",
        "joe, application/octet-stream"
    })
    void the_ticket_is_asked_for_with_name_size_and_type(String filename, String type) throws Exception {
        ticket("{}");
        store.answers("/put?signature=s3cr3t", aResponse().withStatus(200));

        client().upload(new byte[5], filename);

        assertThat(service.requests()).hasSize(1);
        LoggedRequest asked = service.requests().get(0);
        assertThat(asked.getHeader("Authorization")).isEqualTo("Bearer key-of-the-service");
        assertThat(Answers.JSON.readTree(asked.getBodyAsString()))
                .isEqualTo(Answers.JSON.readTree(
                        "{\"filename\":\"" + filename + "\",\"size\":5,\"content_type\":\"" + type + "\"}"));
    }

    @Test
    void a_file_is_sent_as_it_is_on_disk(@TempDir Path folder) throws Exception {
        byte[] bytes = new byte[1_500_000];
        new Random(7).nextBytes(bytes);
        Path clip = Files.write(folder.resolve("Zoë's clip.mp4"), bytes);
        ticket("{}");
        store.answers("/put?signature=s3cr3t", aResponse().withStatus(200));

        UploadedFile uploaded = client().upload(clip);

        assertThat(uploaded.filename()).isEqualTo("Zoë's clip.mp4");
        assertThat(store.requests().get(0).getBody()).isEqualTo(bytes);
    }

    @Test
    void a_missing_file_is_reported_before_anything_is_sent(@TempDir Path folder) {
        assertThatThrownBy(() -> client().upload(folder.resolve("none.mp4"))).isInstanceOf(UncheckedIOException.class);

        assertThat(service.requests()).isEmpty();
    }

    @Test
    void a_refusing_store_is_named_without_its_signature() {
        ticket("{}");
        store.answers("/put?signature=s3cr3t", aResponse().withStatus(403).withBody("<Error>expired</Error>"));

        assertThatThrownBy(() -> client().upload(new byte[1], "joe.mp4"))
                .isInstanceOf(ApiException.class)
                .hasMessage("PUT upload to 127.0.0.1: HTTP 403: expired");
        assertThat(store.requests()).hasSize(1);
    }

    @Test
    void a_refused_ticket_sends_nothing_to_the_store() {
        service.answers(TICKETS, status(413));

        assertThatThrownBy(() -> client().upload(new byte[1], "joe.mp4")).hasMessageContaining("HTTP 413");
        assertThat(store.requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"download_url\":\"https://m.example/a\"}",
                "{\"download_url\":\"https://m.example/a\",\"upload\":{\"url\":\"file:///etc/passwd\"}}",
                "{\"download_url\":\"nowhere\",\"upload\":{\"url\":\"http://127.0.0.1:1/\"}}",
                "{\"download_url\":\"https://m.example/a\",\"upload\":{\"url\":\"http://a b/\"}}"
            })
    void a_ticket_without_usable_addresses_is_an_error(String data) {
        service.answers(TICKETS, okJson("{\"code\":200,\"data\":" + data + "}"));

        assertThatThrownBy(() -> client().upload(new byte[1], "joe.mp4"))
                .isInstanceOf(ApiException.class)
                .hasMessageEndingWith("the ticket lacks an upload or a download address");
    }

    @Test
    void a_ticket_header_that_would_break_the_request_is_an_error() {
        ticket("{\"X-Split\":\"a\\r\\nX-Injected: b\"}");

        assertThatThrownBy(() -> client().upload(new byte[1], "joe.mp4"))
                .isInstanceOf(ApiException.class)
                .hasMessageEndingWith("the ticket has a header that cannot be sent");
        assertThat(store.requests()).isEmpty();
    }
}
