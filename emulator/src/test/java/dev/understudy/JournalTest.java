package dev.understudy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.understudy.settings.Setting;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class JournalTest {

    private static final String JOURNAL = "/__understudy/journal";
    private static final Map<String, String> RAIN = Map.of("prompt", "Rain");

    @Test
    void anEntryTellsWhatWasAskedAndAnswered() {
        try (Understudy understudy = Understudy.builder().seed(7).start()) {
            Api api = new Api(understudy, "reader");
            Api.Answer submitted = api.send(
                    "POST",
                    Api.TEXT_TO_VIDEO + "?webhook=http%3A%2F%2Fme%3Apw%40127.0.0.1%3A9%2Fhook%3Ftoken%3Dabc&page=2",
                    BodyPublishers.ofString("{\"prompt\":\"Rain\"}"),
                    "Understudy-Test",
                    "aTest",
                    "User-Agent",
                    "mine/1.0");
            String id = submitted.data().path("id").asText();
            Api.Answer polled = api.get("/api/v3/predictions/" + id + "/result");

            JsonNode page = api.get(JOURNAL).json();
            JsonNode submit = page.path("entries").path(0);
            JsonNode poll = page.path("entries").path(1);
            assertThat(submitted.header("Understudy-Request")).isEqualTo("1");
            assertThat(polled.header("Understudy-Request")).isEqualTo("2");
            assertThat(page.path("next").asLong()).isEqualTo(2);
            assertThat(page.path("dropped").asLong()).isZero();
            assertThat(submit.path("operation").asText()).isEqualTo("wavespeed.submit");
            assertThat(submit.path("query").asText()).isEqualTo("webhook=http://127.0.0.1:9/hook?***&page=2");
            assertThat(submit.path("agent").asText()).isEqualTo("mine/1.0");
            assertThat(submit.path("test").asText()).isEqualTo("aTest");
            assertThat(submit.path("sent").asLong()).isEqualTo(17);
            // Computed by sha256sum over the seventeen bytes above.
            assertThat(submit.path("digest").asText()).isEqualTo("202aaaaccfcaa7c2");
            assertThat(submit.path("answered").asLong()).isEqualTo(submitted.bytes().length);
            assertThat(submit.path("shown").asText()).isEqualTo("created");
            assertThat(submit.path("prediction").asText()).isEqualTo(id);
            assertThat(poll.path("prediction").asText()).isEqualTo(id);
            assertThat(poll.path("shown").asText()).isIn("queued", "processing", "completed");
            assertThat(poll.has("digest")).isFalse();
        }
    }

    @Test
    void aReaderGoesOnWhereItStoppedAndSeesWhatItMissed() {
        try (Understudy understudy =
                Understudy.builder().with(Setting.JOURNAL_ENTRIES, "10").start()) {
            Api api = new Api(understudy, "reader");
            polls(api, 25);

            JsonNode first = api.get(JOURNAL + "?after=3&limit=4").json();
            assertThat(numbers(first)).containsExactly(16L, 17L, 18L, 19L);
            assertThat(first.path("dropped").asLong()).isEqualTo(12);
            JsonNode second =
                    api.get(JOURNAL + "?after=" + first.path("next").asText()).json();
            assertThat(numbers(second)).containsExactly(20L, 21L, 22L, 23L, 24L, 25L);
            assertThat(second.path("dropped").asLong()).isZero();
            JsonNode none =
                    api.get(JOURNAL + "?after=" + second.path("next").asText()).json();
            assertThat(numbers(none)).isEmpty();
            assertThat(none.path("next").asLong()).isEqualTo(25);
        }
    }

    @Test
    void entriesAreFoundByTheirJobAndTheirOperation() {
        try (Understudy understudy = Understudy.builder().start()) {
            Api api = new Api(understudy, "reader");
            String one = api.run(Api.TEXT_TO_VIDEO, RAIN).path("id").asText();
            String other = api.run(Api.TEXT_TO_VIDEO, RAIN).path("id").asText();

            JsonNode ofOne = api.get(JOURNAL + "?prediction=" + one).json().path("entries");
            assertThat(ofOne)
                    .hasSizeGreaterThan(1)
                    .allSatisfy(entry -> assertThat(entry.path("prediction").asText())
                            .isEqualTo(one)
                            .isNotEqualTo(other));
            assertThat(api.get(JOURNAL + "?operation=wavespeed.submit").json().path("entries"))
                    .hasSize(2);
        }
    }

    @Test
    void aQuestionThatMeansNothingIsRefused() {
        try (Understudy understudy = Understudy.builder().start()) {
            Api api = new Api(understudy, "reader");

            Api.Answer unknown = api.get(JOURNAL + "?aftr=3");
            assertThat(unknown.status()).isEqualTo(400);
            assertThat(unknown.json().path("suggestion").asText()).isEqualTo("after");
            for (String query : List.of("after=-1", "after=x", "limit=0", "limit=1001")) {
                Api.Answer answer = api.get(JOURNAL + "?" + query);
                assertThat(answer.status()).as(query).isEqualTo(400);
                assertThat(answer.json().path("field").asText()).isEqualTo(query.split("=")[0]);
            }
            assertThat(api.get(JOURNAL + "/stream", "Last-Event-ID", "x").status())
                    .isEqualTo(400);
        }
    }

    @Test
    void readingLeavesNoTrace() {
        try (Understudy understudy = Understudy.builder().start()) {
            Api api = new Api(understudy, "reader");
            Api.Answer answer = api.get(JOURNAL);

            assertThat(answer.header("Understudy-Request")).isEmpty();
            assertThat(api.sandbox().journal()).isEmpty();
            assertThat(api.send("DELETE", "/__understudy/inbox/mine", BodyPublishers.noBody())
                            .header("Understudy-Request"))
                    .isEqualTo("1");
        }
    }

    @Test
    void theBytesThatAJournalTakesAreBoundedToo() {
        try (Understudy understudy =
                Understudy.builder().with(Setting.JOURNAL_BYTES, "64k").start()) {
            Api api = new Api(understudy, "reader");
            for (int i = 0; i < 300; i++) {
                api.get("/api/v3/predictions?filler=" + "x".repeat(1_000));
            }
            JsonNode page = api.get(JOURNAL).json();

            assertThat(page.path("entries").size()).isBetween(100, 250);
            assertThat(page.path("dropped").asInt() + page.path("entries").size())
                    .isEqualTo(300);
            assertThat(numbers(page)).endsWith(300L);
        }
    }

    @Test
    void aListenerHearsWhatWasAndWhatComesAndTheEnd() throws Exception {
        Understudy understudy =
                Understudy.builder().with(Setting.JOURNAL_ENTRIES, "10").start();
        try (Listener listener = new Listener(understudy, "?after=2")) {
            Api api = new Api(understudy, "reader");
            polls(api, 15);
            List<JsonNode> heard = new ArrayList<>();
            while (heard.isEmpty() || heard.get(heard.size() - 1).path("number").asLong() < 15) {
                heard.add(listener.next());
            }
            polls(api, 1);
            assertThat(listener.next().path("number").asLong()).isEqualTo(16);
            assertThat(listener.lastId).isEqualTo("16");

            understudy.close();
            assertThat(listener.next()).isNull();
        }
    }

    @Test
    void aListenerThatWasCutOffGoesOnAndIsToldOfGaps() throws Exception {
        try (Understudy understudy =
                Understudy.builder().with(Setting.JOURNAL_ENTRIES, "3").start()) {
            polls(new Api(understudy, "reader"), 8);
            try (Listener listener = new Listener(understudy, "?after=1", "Last-Event-ID", "2")) {
                assertThat(listener.next()).hasToString("{\"dropped\":3}");
                assertThat(listener.lastId).isEqualTo("5");
                assertThat(listener.next().path("number").asLong()).isEqualTo(6);
            }
        }
    }

    @Test
    void aListenerGoesOnInTheJournalOfASandboxThatWasReset() throws Exception {
        try (Understudy understudy = Understudy.builder().start();
                Listener listener = new Listener(understudy, "?after=0")) {
            Api api = new Api(understudy, "reader");
            polls(api, 3);
            for (int number = 1; number <= 3; number++) {
                assertThat(listener.next().path("number").asLong()).isEqualTo(number);
            }
            api.sandbox().reset();
            assertThat(listener.next()).hasToString("{\"last\":0}");
            polls(api, 1);
            assertThat(listener.next().path("number").asLong()).isEqualTo(1);
        }
    }

    private static void polls(Api api, int count) {
        for (int i = 0; i < count; i++) {
            api.get("/api/v3/predictions/0123456789abcdef0123456789abcdef/result");
        }
    }

    private static List<Long> numbers(JsonNode page) {
        return page.path("entries")
                .valueStream()
                .map(entry -> entry.path("number").asLong())
                .toList();
    }

    /** Reads server-sent events, one at a time. */
    private static final class Listener implements AutoCloseable {
        private final InputStream body;
        private final BufferedReader lines;
        private String lastId = "";

        Listener(Understudy understudy, String query, String... headers) throws Exception {
            HttpRequest.Builder request = HttpRequest.newBuilder(
                            understudy.baseUrl().resolve(JOURNAL + "/stream" + query))
                    .header("Authorization", "Bearer reader");
            HttpRequest asked = headers.length == 0
                    ? request.build()
                    : request.headers(headers).build();
            HttpResponse<InputStream> answer =
                    HttpClient.newHttpClient().send(asked, HttpResponse.BodyHandlers.ofInputStream());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type"))
                    .hasValueSatisfying(type -> assertThat(type).startsWith("text/event-stream"));
            body = answer.body();
            lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
        }

        /** The data of the next event; null at the end. */
        JsonNode next() throws IOException {
            JsonNode data = null;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("id:")) {
                    lastId = line.substring(3).trim();
                } else if (line.startsWith("data:")) {
                    data = new ObjectMapper().readTree(line.substring(5));
                } else if (line.isEmpty() && data != null) {
                    return data;
                }
            }
            return null;
        }

        @Override
        public void close() throws IOException {
            body.close();
        }
    }
}
