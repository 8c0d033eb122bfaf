package dev.understudy.client;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static dev.understudy.client.StubService.CHARACTERS;
import static dev.understudy.client.StubService.ID;
import static dev.understudy.client.StubService.RESULT;
import static dev.understudy.client.StubService.prediction;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SubmitTest {
    @RegisterExtension
    final StubService service = new StubService();

    private final TestClock clock = new TestClock();

    @Test
    void a_submit_is_one_json_post_with_the_key_in_the_header() throws Exception {
        service.answers(CHARACTERS, prediction("created"));

        Prediction prediction = service.client(clock)
                .build()
                .submit("openai/sora-2/characters", Map.of("video", "https://clips.example/joe.mp4"));

        assertThat(prediction.id()).isEqualTo(ID);
        assertThat(prediction.status()).isEqualTo(Status.CREATED);
        assertThat(service.requests()).hasSize(1);
        LoggedRequest sent = service.requests().get(0);
        assertThat(sent.getMethod().value()).isEqualTo("POST");
        assertThat(sent.getHeader("Authorization")).isEqualTo("Bearer k");
        assertThat(sent.getHeader("Content-Type")).isEqualTo("application/json");
        assertThat(sent.getBodyAsString()).isEqualTo("{\"video\":\"https://clips.example/joe.mp4\"}");
    }

    @Test
    void a_base_url_may_have_a_path_and_a_slash_at_its_end() throws Exception {
        service.answers("/proxy" + RESULT, prediction("processing"));

        Prediction read =
                service.client(clock).baseUrl(service.url("/proxy/")).build().get(ID);

        assertThat(read.status()).isEqualTo(Status.PROCESSING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../balance", "a/b?c=d#e", "ü x"})
    void an_id_cannot_change_the_route(String id) {
        assertThatThrownBy(() -> service.client(clock).build().get(id)).isInstanceOf(ApiException.class);

        assertThat(service.requests()).hasSize(1);
        assertThat(service.requests().get(0).getUrl())
                .matches("/api/v3/predictions/[A-Za-z0-9%_*-]+/result")
                .doesNotContain("..");
    }

    @Test
    void the_reader_takes_what_it_knows_and_ignores_the_rest() throws Exception {
        service.answers(RESULT, okJson("""
                        {"code":200,"surprise":{"deep":[1]},"data":{"id":"cut","status":"completed","new_field":{"a":1},
                        "outputs":["https://cdn.example/1.mp4",{"id":"char_1","n":2,"gone":null,"deep":{"x":[1]}},7,null],
                        "has_nsfw_contents":[false,true],"created_at":"2025-09-25T09:12:48.239112031Z","error":""}}"""));

        Prediction read = service.client(clock).build().get(ID);

        assertThat(read.id()).isEqualTo(ID);
        assertThat(read.outputs())
                .containsExactly(
                        new Output.Text("https://cdn.example/1.mp4"),
                        new Output.Fields(Map.of("id", "char_1", "n", "2", "gone", "", "deep", "{\"x\":[1]}")),
                        new Output.Text("7"));
        assertThat(read.nsfw()).containsExactly(false, true);
        assertThat(read.createdAt()).contains(Instant.parse("2025-09-25T09:12:48.239112031Z"));
        assertThat(read.code()).isEqualTo(OptionalInt.empty());
    }

    @Test
    void nulls_and_absences_read_as_empty() throws Exception {
        service.answers(
                RESULT,
                okJson("{\"code\":200,\"data\":{\"status\":\"failed\",\"code\":1402,\"outputs\":null,\"error\":null,"
                        + "\"has_nsfw_contents\":null,\"created_at\":\"yesterday\"}}"));

        Prediction read = service.client(clock).build().get(ID);

        assertThat(read.code()).hasValue(1402);
        assertThat(read.outputs()).isEmpty();
        assertThat(read.nsfw()).isEmpty();
        assertThat(read.error()).isEmpty();
        assertThat(read.createdAt()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "created, CREATED, false",
        "queued, QUEUED, false",
        "processing, PROCESSING, false",
        "warming-up, UNKNOWN, false",
        "unknown, UNKNOWN, false",
        "completed, COMPLETED, true",
        "failed, FAILED, true",
        "cancelled, CANCELLED, true",
        "timeout, TIMEOUT, true",
        "deleted, DELETED, true"
    })
    void every_status_word_is_kept_and_sorted(String word, Status status, boolean terminal) throws Exception {
        service.answers(RESULT, prediction(word));

        Prediction read = service.client(clock).build().get(ID);

        assertThat(read.status()).isEqualTo(status);
        assertThat(read.statusWord()).isEqualTo(word);
        assertThat(read.status().isTerminal()).isEqualTo(terminal);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025-10-31T23:02:36.92Z", "2025-05-19T06:09:15.948268264Z", "2026-03-20T08:15:30Z"})
    void timestamps_of_every_precision_are_read(String text) throws Exception {
        service.answers(RESULT, okJson("{\"data\":{\"status\":\"created\",\"created_at\":\"" + text + "\"}}"));

        assertThat(service.client(clock).build().get(ID).createdAt()).contains(Instant.parse(text));
    }

    @Test
    void results_cannot_be_modified() throws Exception {
        service.answers(RESULT, prediction("completed", "[{\"id\":\"char_1\"}]", ""));
        List<Output> outputs = service.client(clock).build().get(ID).outputs();
        Map<String, String> fields = ((Output.Fields) outputs.get(0)).values();

        assertThatThrownBy(() -> outputs.add(new Output.Text(""))).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> fields.put("id", "")).isInstanceOf(UnsupportedOperationException.class);
    }
}
