package dev.understudy.contract.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NormaliserTest {
    private static final String A = "a".repeat(32);
    private static final String B = "b".repeat(32);
    private static final String CHARACTERS = "/api/v3/openai/sora-2/characters";

    @Test
    void identity_stays_and_the_value_goes() {
        Normalised normalised = normalise(
                Exchanges.post(CHARACTERS, "{\"name\":\"contract-Joe-0badcafe\"}", submitted(A)),
                Exchanges.post(CHARACTERS, "{\"name\":\"contract-Joe-0badcafe\"}", submitted(B)),
                Exchanges.get("/api/v3/predictions/" + A + "/result", submitted(A)));

        assertThat(at(normalised, "/0/request/body/name")).isEqualTo("<unique-name:1>");
        assertThat(at(normalised, "/0/response/body/data/id")).isEqualTo("<prediction-id:1>");
        assertThat(at(normalised, "/1/response/body/data/id")).isEqualTo("<prediction-id:2>");
        assertThat(at(normalised, "/2/request/path")).isEqualTo("<origin>/api/v3/predictions/<prediction-id:1>/result");
        assertThat(at(normalised, "/2/response/body/data/urls/get"))
                .isEqualTo("<origin>/api/v3/predictions/<prediction-id:1>/result");
        assertThat(at(normalised, "/2/response/body/data/created_at")).isEqualTo("<instant>");
        assertThat(at(normalised, "/2/response/body/data/executionTime")).isEqualTo("<number of ms>");
        assertThat(normalised.problems()).isEmpty();
        assertThat(normalised.rulesUsed()).containsExactlyInAnyOrder("N01", "N02", "N05", "N06", "N09");
    }

    @Test
    void a_value_that_is_not_what_it_should_be_stays_and_is_named() {
        Normalised normalised = normalise(Exchanges.get(
                "/x", "{\"data\":{\"id\":\"short\",\"created_at\":\"21 November\",\"executionTime\":\"soon\"}}"));

        assertThat(at(normalised, "/0/response/body/data/created_at")).isEqualTo("21 November");
        assertThat(at(normalised, "/0/response/body/data/id")).isEqualTo("short");
        assertThat(normalised.problems())
                .containsExactlyInAnyOrder(
                        "N02: /response/body/data/id is no prediction-id: short",
                        "N05: /response/body/data/created_at is no instant: 21 November",
                        "N06: /response/body/data/executionTime is no ms: soon");
    }

    @Test
    void absent_null_and_empty_stay_three_things() {
        Normalised normalised = normalise(Exchanges.get("/x", "{\"data\":{\"id\":null,\"created_at\":\"\"}}"));

        assertThat(normalised.exchanges().at("/0/response/body/data").toString())
                .isEqualTo("{\"id\":null,\"created_at\":\"\"}");
        assertThat(normalised.problems()).isEmpty();
    }

    @Test
    void a_number_that_became_a_text_is_still_told_apart() {
        assertThat(at(
                        normalise(Exchanges.get("/x", "{\"data\":{\"executionTime\":\"7\"}}")),
                        "/0/response/body/data/executionTime"))
                .isEqualTo("<ms>");
    }

    @Test
    void the_longest_value_is_replaced_first() {
        String file = "https://files.example.com/" + A;
        Normalised normalised = normalise(
                Exchanges.get("/x", "{\"data\":{\"id\":\"" + A + "\",\"download_url\":\"" + file + "\"}}"),
                Exchanges.get(file, "{}"));

        assertThat(at(normalised, "/0/response/body/data/download_url")).isEqualTo("<media-url:1>");
        assertThat(at(normalised, "/1/request/path")).isEqualTo("<media-url:1>");
    }

    @Test
    void a_value_that_is_too_short_is_not_replaced_everywhere() {
        Rule rule = Rule.reference("T1", "/response/body/word", ".*", "word", "a test");
        Normalised normalised = new Normaliser(List.of(rule))
                .normalise(Exchanges.LIVE, List.of(Exchanges.get("/x", "{\"word\":\"data\"}")));

        assertThat(at(normalised, "/0/response/body/word")).isEqualTo("data");
        assertThat(normalised.problems()).singleElement().asString().contains("too short");
    }

    @Test
    void an_origin_that_only_begins_alike_stays() {
        Normalised normalised = new Normaliser(List.of())
                .normalise(
                        URI.create("http://127.0.0.1:80"),
                        List.of(Exchanges.get(
                                "/x", "{\"a\":\"http://127.0.0.1:8080/y\",\"b\":\"http://127.0.0.1:80/y\"}")));

        assertThat(at(normalised, "/0/response/body/a")).isEqualTo("http://127.0.0.1:8080/y");
        assertThat(at(normalised, "/0/response/body/b")).isEqualTo("<origin>/y");
    }

    @Test
    void a_rule_that_was_of_no_use_is_named() {
        assertThat(Normaliser.standard()
                        .dead(Set.of("N02", "N03", "N04", "N05", "N06", "N07", "N08", "N09", "N11", "N12", "N13")))
                .containsExactly("N10", "N14", "N15", "N16");
    }

    private static String submitted(String id) {
        return "{\"code\":200,\"data\":{\"id\":\"" + id
                + "\",\"urls\":{\"get\":\"https://api.wavespeed.ai/api/v3/predictions/" + id
                + "/result\"},\"created_at\":\"2026-11-21T12:00:00.123Z\",\"executionTime\":0,\"timings\":{\"inference\":0}}}";
    }

    private static Normalised normalise(Exchange... exchanges) {
        return Normaliser.standard().normalise(Exchanges.LIVE, List.of(exchanges));
    }

    private static String at(Normalised normalised, String pointer) {
        return normalised.exchanges().at(pointer).asText();
    }
}
