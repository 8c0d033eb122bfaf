package dev.understudy.openai;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.Api;
import dev.understudy.Api.Answer;
import dev.understudy.Understudy;
import dev.understudy.openai.Client.Form;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Making characters by OpenAI's API, and looking them up. */
class OpenAiCharactersTest {

    private static Understudy understudy;

    @BeforeAll
    static void start() {
        understudy = Understudy.builder()
                .seed(7)
                .now(Instant.parse("2026-03-15T12:00:00Z"))
                .start();
    }

    @AfterAll
    static void stop() {
        understudy.close();
    }

    private static Client client(String key) {
        return new Client(understudy, key);
    }

    private static void assertError(Answer answer, int status, String message, String parameter, String code) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.json().path("error").properties()).hasSize(4);
        assertThat(answer.json().at("/error/message").asText()).isEqualTo(message);
        assertThat(answer.json().at("/error/param").asText()).isEqualTo(String.valueOf(parameter));
        assertThat(answer.json().at("/error/code").asText()).isEqualTo(String.valueOf(code));
        assertThat(answer.header("Understudy-Why")).isEqualTo(message);
    }

    @Test
    void aCharacterIsMadeWhileTheCallerWaitsAndIsFoundByItsId() {
        Client client = client("maker");

        Answer made = client.post(Client.CHARACTERS, Client.clip("clip-3s.mp4").text("name", "Mossy"));

        assertThat(made.status()).as(made.text()).isEqualTo(200);
        assertThat(made.text())
                .matches(
                        "\\{\"id\":\"char_[0-9a-f]{12}8191[0-9a-f]{16}\",\"name\":\"Mossy\",\"created_at\":17735\\d{5}}");
        assertThat(client.get(Client.CHARACTERS + "/" + made.json().path("id").asText())
                        .text())
                .isEqualTo(made.text());
    }

    @Test
    void aClipMayComeWithoutAFileName() {
        Answer made = client("java")
                .post(
                        Client.CHARACTERS,
                        new Form().nameless("video", Api.clip("clip-2s.mov")).text("name", "Bytes"));

        assertThat(made.status()).as(made.text()).isEqualTo(200);
        assertThat(made.json().path("name").asText()).isEqualTo("Bytes");
    }

    @Test
    void noOtherKeyFindsIt() {
        String id = client("owner").character("Mossy");

        assertError(
                client("stranger").get(Client.CHARACTERS + "/" + id),
                404,
                "Character with id '" + id + "' not found.",
                null,
                null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"clip-1.9s.mp4", "clip-4.1s.mp4", "text.mp4", "empty.mp4", "truncated.mp4"})
    void aClipThatIsTooShortTooLongOrUnreadableIsRefused(String clip) {
        Answer answer =
                client("clips").post(Client.CHARACTERS, Client.clip(clip).text("name", "Mossy"));

        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.json().at("/error/param").asText()).isEqualTo("video");
        assertThat(answer.json().at("/error/message").asText()).startsWith("Invalid video: ");
    }

    @Test
    void whatIsMissingOrOfTheWrongKindIsSaid() {
        Client client = client("wrong");

        assertError(
                client.post(Client.CHARACTERS, Client.clip("clip-3s.mp4")),
                400,
                "Missing required parameter: 'name'.",
                "name",
                "missing_required_parameter");
        assertError(
                client.post(Client.CHARACTERS, new Form().text("name", "Mossy")),
                400,
                "Missing required parameter: 'video'.",
                "video",
                "missing_required_parameter");
        assertError(
                client.post(
                        Client.CHARACTERS,
                        new Form().text("video", "https://a.test/b.mp4").text("name", "Mossy")),
                400,
                "Invalid type for 'video': expected a file, but got a string instead.",
                "video",
                "invalid_type");
        assertError(
                client.post(Client.CHARACTERS, Client.clip("clip-3s.mp4").text("name", "M".repeat(81))),
                400,
                "Invalid 'name': string too long. Expected a string with maximum length 80, but got a string with length 81 instead.",
                "name",
                "string_above_max_length");
    }

    @Test
    void onlyAMultipartFormIsTaken() {
        Answer answer =
                client("json").post(Client.CHARACTERS, Map.of("name", "Mossy", "video", "https://a.test/b.mp4"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/error/code").asText()).isEqualTo("unsupported_content_type");
    }
}
