package dev.understudy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.journal.Entry;
import dev.understudy.settings.Progression;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Choosing what moves jobs: for a request, a model, a key, a server. */
class ProgressionChoiceTest {

    private static final String PATH = "/__understudy/progression";
    private static final String HEADER = "Understudy-Progression";
    private static final String WAVE = "{\"prompt\":\"a\"}";

    @Test
    void theMostSpecificChoiceWinsAndIsNoted() {
        try (Understudy understudy = started(Progression.immediate())) {
            Api api = new Api(understudy, "choices");
            assertThat(api.get(PATH).text()).isEqualTo("{\"server\":{\"progression\":\"immediate\"},\"models\":{}}");
            api.send("PUT", PATH, BodyPublishers.ofString("{\"progression\":\"manual\"}"));
            Api.Answer chosen = api.send(
                    "PUT",
                    PATH,
                    BodyPublishers.ofString("{\"progression\":\"polls\",\"queued\":0,\"processing\":2,"
                            + "\"model\":\"openai/sora-2/text-to-video\"}"));
            assertThat(chosen.text())
                    .isEqualTo("{\"server\":{\"progression\":\"immediate\"},\"sandbox\":{\"progression\":\"manual\"},"
                            + "\"models\":{\"openai/sora-2/text-to-video\":"
                            + "{\"progression\":\"polls\",\"queued\":0,\"processing\":2}}}");

            assertThat(polls(api, submit(api), 3)).containsExactly("processing", "processing", "completed");
            assertThat(polls(api, submit(api, HEADER, " Polls ;processing=0; queued = 1"), 2))
                    .containsExactly("queued", "completed");
            String byKey = api.post(Api.CHARACTERS, Map.of("video", "https://example.com/a.mp4", "name", "Joe"))
                    .data()
                    .path("id")
                    .asText();
            assertThat(polls(api, byKey, 2)).containsOnly("queued");
            assertThat(notes(api))
                    .containsExactly(
                            "progression polls: chosen for this model",
                            "progression polls: the header Understudy-Progression",
                            "progression manual: chosen for this key");

            assertThat(api.send("DELETE", PATH, BodyPublishers.noBody()).text())
                    .isEqualTo("{\"server\":{\"progression\":\"immediate\"},\"models\":{}}");
            assertThat(polls(api, submit(api), 1)).containsExactly("completed");
            assertThat(notes(api)).hasSize(3);
        }
    }

    @Test
    void aChoiceOfOneKeyIsNoneOfAnother() {
        try (Understudy understudy = started(Progression.immediate())) {
            Api one = new Api(understudy, "one");
            one.sandbox().progressions().choose(Progression.manual());

            assertThat(polls(one, submit(one), 1)).containsExactly("queued");
            Api other = new Api(understudy, "other");
            assertThat(polls(other, submit(other), 1)).containsExactly("completed");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            steps                   | progression must be one of time, immediate, polls, manual, not 'steps'
            polls queued=1          | write one of time, immediate, polls, manual, such as 'polls; queued=1; processing=2'
            polls; queue=1          | write one of time, immediate, polls, manual, such as 'polls; queued=1; processing=2'
            polls; queued=10001     | queued and processing must be numbers from 0 to 10000
            manual; queued=1        | only polls takes queued and processing
            """)
    void aHeaderThatCannotBeUsedIsRefusedInTheShapeOfTheService(String header, String why) {
        try (Understudy understudy = started(Progression.time())) {
            Api api = new Api(understudy, "header");

            Api.Answer answer = api.send("POST", Api.TEXT_TO_VIDEO, BodyPublishers.ofString(WAVE), HEADER, header);

            assertThat(answer.text())
                    .isEqualTo("{\"code\":400,\"message\":\"header Understudy-Progression: " + why + "\"}");
            assertThat(api.get("/api/v3/predictions").data().path("total").asInt())
                    .isZero();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                                            | progression | progression is missing
            {"progression":"manuel"}                      | progression | progression must be one of time, immediate, polls, manual; did you mean manual?
            {"progression":"time","queued":1}             | queued      | only polls takes queued
            {"progression":"polls","processing":-1}       | processing  | processing must be a whole number from 0 to 10000
            {"progression":"polls","processing":1.5}      | processing  | processing must be a whole number from 0 to 10000
            {"progression":"polls","polls":1}             | polls       | there is no field polls; there are progression, queued, processing, model
            """)
    void aChoiceThatCannotBeUsedIsNamedAndNothingIsChanged(String body, String field, String title) {
        try (Understudy understudy = started(Progression.time())) {
            Api api = new Api(understudy, "strict");

            Api.Answer answer = api.send("PUT", PATH, BodyPublishers.ofString(body));

            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.json().path("field").asText()).isEqualTo(field);
            assertThat(answer.json().path("title").asText()).isEqualTo(title);
            assertThat(api.get(PATH).text()).isEqualTo("{\"server\":{\"progression\":\"time\"},\"models\":{}}");
        }
    }

    @Test
    void aModelThatIsNotThereIsNamedWithTheNearest() {
        try (Understudy understudy = started(Progression.time())) {
            JsonNode problem = new Api(understudy, "model")
                    .send(
                            "PUT",
                            PATH,
                            BodyPublishers.ofString(
                                    "{\"progression\":\"manual\",\"model\":\"openai/sora-2/character\"}"))
                    .json();

            assertThat(problem.path("suggestion").asText()).isEqualTo("openai/sora-2/characters");
        }
    }

    private static Understudy started(Progression progression) {
        return Understudy.builder().seed(1).progression(progression).start();
    }

    private static String submit(Api api, String... headers) {
        List<String> all = new ArrayList<>(List.of("Content-Type", "application/json"));
        all.addAll(List.of(headers));
        return api.send("POST", Api.TEXT_TO_VIDEO, BodyPublishers.ofString(WAVE), all.toArray(String[]::new))
                .data()
                .path("id")
                .asText();
    }

    private static List<String> polls(Api api, String id, int times) {
        List<String> seen = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            seen.add(api.status(id));
        }
        return seen;
    }

    private static List<String> notes(Api api) {
        return api.sandbox().journal().stream()
                .map(Entry::notes)
                .flatMap(List::stream)
                .filter(note -> note.startsWith("progression "))
                .toList();
    }
}
