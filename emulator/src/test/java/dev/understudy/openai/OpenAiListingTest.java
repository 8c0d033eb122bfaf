package dev.understudy.openai;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.Api;
import dev.understudy.Api.Answer;
import dev.understudy.Understudy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Listing and deleting videos by OpenAI's API. */
class OpenAiListingTest {

    private static Understudy understudy;

    @BeforeAll
    static void start() {
        understudy = Understudy.builder().seed(3).start();
    }

    @AfterAll
    static void stop() {
        understudy.close();
    }

    private static List<String> ids(JsonNode page) {
        return page.path("data")
                .valueStream()
                .map(one -> one.path("id").asText())
                .toList();
    }

    @Test
    void pagesFollowOneAnotherUntilThereAreNoMore() {
        Client client = new Client(understudy, "pages");
        List<String> made = new ArrayList<>();
        IntStream.range(0, 5).forEach(i -> made.add(0, client.video(Map.of("prompt", "Rain " + i))));
        client.character("Mossy");

        JsonNode first = client.get(Client.VIDEOS + "?limit=2").json();
        assertThat(ids(first)).isEqualTo(made.subList(0, 2));
        assertThat(first.path("first_id").asText()).isEqualTo(made.get(0));
        assertThat(first.path("last_id").asText()).isEqualTo(made.get(1));
        assertThat(first.path("has_more").asBoolean()).isTrue();
        JsonNode last =
                client.get(Client.VIDEOS + "?limit=3&after=" + made.get(1)).json();
        assertThat(ids(last)).isEqualTo(made.subList(2, 5));
        assertThat(last.path("has_more").asBoolean()).isFalse();
        assertThat(ids(client.get(Client.VIDEOS + "?order=asc&limit=1").json())).containsExactly(made.get(4));
        assertThat(client.get(Client.VIDEOS + "?limit=0").text())
                .isEqualTo("{\"object\":\"list\",\"data\":[],\"first_id\":null,\"last_id\":null,\"has_more\":true}");
    }

    @Test
    void aListShowsWhatAPollWouldAndVideosOfOtherWireFormatsToo() {
        Client client = new Client(understudy, "both");
        String own = client.video(Map.of("prompt", "Rain"));
        String other =
                client.api().submit(Api.TEXT_TO_VIDEO, Map.of("prompt", "Snow", "size", "1280*720", "duration", 8));

        JsonNode page = client.get(Client.VIDEOS).json();
        assertThat(ids(page)).containsExactly("video_" + other, own);
        assertThat(page.at("/data/1")).isEqualTo(client.retrieve(own).json());
        assertThat(page.at("/data/0/size").asText()).isEqualTo("1280x720");
        assertThat(page.at("/data/0/seconds").asText()).isEqualTo("8");
        assertThat(client.api()
                        .await(own.substring("video_".length()))
                        .path("status")
                        .asText())
                .isEqualTo("completed");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            limit=101       | 400 | Invalid 'limit': integer above maximum value. Expected a value <= 100, but got 101 instead.
            limit=-1        | 400 | Invalid 'limit': integer below minimum value. Expected a value >= 0, but got -1 instead.
            limit=many      | 400 | Invalid type for 'limit': expected an integer, but got a string instead.
            order=up        | 400 | Invalid value: 'up'. Supported values are: 'asc' and 'desc'.
            after=video_abc | 404 | Video with id 'video_abc' not found.
            """)
    void whatCannotBeListedIsRefused(String query, int status, String message) {
        Answer answer = new Client(understudy, "refused").get(Client.VIDEOS + "?" + query);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.json().at("/error/message").asText()).isEqualTo(message);
    }

    @Test
    void aDeletedVideoIsGoneAndOneThatRunsCannotBeDeleted() {
        Client client = new Client(understudy, "delete");
        client.sandbox().freeze();
        String done = client.video(Map.of("prompt", "Rain"));
        String running = client.post(Client.VIDEOS, Map.of("prompt", "Snow"))
                .json()
                .path("id")
                .asText();

        assertThat(client.delete(done).text())
                .isEqualTo("{\"id\":\"" + done + "\",\"object\":\"video.deleted\",\"deleted\":true}");
        assertThat(client.retrieve(done).status()).isEqualTo(404);
        assertThat(client.delete(done).status()).isEqualTo(404);
        assertThat(client.delete(running).status()).isEqualTo(400);
        assertThat(ids(client.get(Client.VIDEOS).json())).containsExactly(running);
    }
}
