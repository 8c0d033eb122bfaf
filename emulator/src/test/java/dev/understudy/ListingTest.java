package dev.understudy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ListingTest {

    private static final String PREDICTIONS = "/api/v3/predictions";
    private Understudy understudy;
    private Api api;

    @BeforeEach
    void start() {
        understudy = Understudy.builder().seed(1).start();
        api = new Api(understudy, "lister");
        api.sandbox().freeze();
    }

    @AfterEach
    void stop() {
        understudy.close();
    }

    @Test
    void pagesGoFromTheNewestToTheOldestWithoutGapsOrRepeats() {
        List<String> ids = submit(45);
        Collections.reverse(ids);

        List<String> listed = new ArrayList<>();
        for (int page = 1; page <= 4; page++) {
            Api.Answer answer = api.post(PREDICTIONS, Map.of("page", page, "page_size", 15));
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.data().path("page").asInt()).isEqualTo(page);
            assertThat(answer.data().path("total").asInt()).isEqualTo(45);
            answer.data()
                    .path("items")
                    .forEach(item -> listed.add(item.path("id").asText()));
        }
        assertThat(listed).isEqualTo(ids);
    }

    @Test
    void withoutAWordItIsTheFirstPageOfTwenty() {
        submit(25);

        JsonNode page = api.post(PREDICTIONS, "{}").data();
        assertThat(page.path("page").asInt()).isEqualTo(1);
        assertThat(page.path("items")).hasSize(20);
        assertThat(api.get(PREDICTIONS).data()).isEqualTo(page);
    }

    @Test
    void anItemIsWhatAPollShows() {
        String character = run(Api.CHARACTERS, Map.of("video", "https://example.com/a.mp4", "name", "Joe"));
        String failed = run(Api.CHARACTERS, Map.of("video", "https://example.com/a-9s.mp4", "name", "Joe"));
        String video = run(Api.TEXT_TO_VIDEO, Map.of("prompt", "a"));
        String waiting = submit(1).get(0);

        JsonNode items = api.post(PREDICTIONS, "{}").data().path("items");
        assertThat(items).hasSize(4);
        int i = 0;
        for (String id : List.of(waiting, video, failed, character)) {
            assertThat(items.get(i++).toString())
                    .isEqualTo(api.get(PREDICTIONS + "/" + id).data().toString());
        }
        assertThat(items.findValuesAsText("status")).containsExactly("queued", "completed", "failed", "completed");
    }

    @Test
    void inputsAreToldOnRequestUnderBothOfTheirNames() {
        String character = run(Api.CHARACTERS, Map.of("video", "https://example.com/a.mp4", "name", "Joe"));
        String made = api.get(PREDICTIONS + "/" + character)
                .data()
                .path("outputs")
                .path(0)
                .path("id")
                .asText();
        api.post(Api.TEXT_TO_VIDEO, Map.of("prompt", "Joe \"waves\"", "characters", List.of(Map.of("id", made))));

        JsonNode items =
                api.post(PREDICTIONS, Map.of("include_inputs", true)).data().path("items");
        assertThat(items.get(0).path("input").toString())
                .isEqualTo("{\"prompt\":\"Joe \\\"waves\\\"\",\"size\":\"720*1280\",\"duration\":4,"
                        + "\"characters\":[{\"id\":\"" + made + "\"}]}");
        assertThat(items.get(1).path("input").toString())
                .isEqualTo("{\"video\":\"https://example.com/a.mp4\",\"name\":\"Joe\"}");
        assertThat(items).allSatisfy(item -> assertThat(item.path("inputs")).isEqualTo(item.path("input")));
        assertThat(api.get(PREDICTIONS + "?include_inputs=true").data().path("items"))
                .isEqualTo(items);
        assertThat(api.post(PREDICTIONS, "{}").text()).doesNotContain("\"input");
    }

    @Test
    void aPageBeyondTheEndIsEmpty() {
        submit(3);

        JsonNode beyond = api.post(PREDICTIONS, Map.of("page", Integer.MAX_VALUE, "page_size", 100))
                .data();
        assertThat(beyond.toString()).isEqualTo("{\"page\":2147483647,\"total\":3,\"items\":[]}");
        assertThat(api.post(PREDICTIONS, Map.of("page", Integer.MAX_VALUE, "status", "failed"))
                        .data()
                        .toString())
                .isEqualTo("{\"page\":2147483647,\"total\":0,\"items\":[]}");
    }

    @Test
    void aListIsOneKeysOwnAndNeedsOne() {
        submit(3);

        assertThat(new Api(understudy, "other").post(PREDICTIONS, "{}").text())
                .isEqualTo("{\"code\":200,\"message\":\"success\",\"data\":{\"page\":1,\"total\":0,\"items\":[]}}");
        assertThat(api.anonymous("GET", PREDICTIONS, java.net.http.HttpRequest.BodyPublishers.noBody())
                        .status())
                .isEqualTo(401);
    }

    @Test
    void whatIsOlderThanSevenDaysIsNotListed() {
        submit(3);
        api.sandbox().advance(Duration.ofDays(7).minusNanos(1));
        submit(2);

        assertThat(total(Map.of())).isEqualTo(5);
        api.sandbox().advance(Duration.ofNanos(1));
        assertThat(total(Map.of())).isEqualTo(2);
    }

    private List<String> submit(int times) {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            ids.add(api.post(Api.TEXT_TO_VIDEO, Map.of("prompt", "number " + i))
                    .data()
                    .path("id")
                    .asText());
        }
        return ids;
    }

    private String run(String path, Map<String, ?> input) {
        return api.run(path, input).path("id").asText();
    }

    private int total(Map<String, ?> query) {
        Api.Answer answer = api.post(PREDICTIONS, query);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.data().path("total").asInt();
    }
}
