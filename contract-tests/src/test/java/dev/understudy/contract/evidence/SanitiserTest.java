package dev.understudy.contract.evidence;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SanitiserTest {
    private final Sanitiser sanitiser = new Sanitiser(text -> text.replace("the-key", "<the key>"));

    @ParameterizedTest
    @CsvSource({
        "S00, text, say the-key, say <the key>",
        "S01, url, https://x.y/a.mp4?X-Amz-Signature=abc&part=2, https://x.y/a.mp4?X-Amz-Signature=removed&part=2",
        "S01, url, https://x.y/a?u=https%3A%2F%2Fz%3Fsig%3Dabc%26p%3D1, https://x.y/a?u=https%3A%2F%2Fz%3Fsig%3Dremoved%26p%3D1",
        "S01, text, api_key=abc&model=m, api_key=removed&model=m",
        "S01, url, https://x.y/a.mp4?OSSAccessKeyId=abc, https://x.y/a.mp4?OSSAccessKeyId=removed",
        "S02, text, Bearer abcdefgh.ijk, removed",
        "S03, secret_of, whsec_abc/def+1=, removed",
        "S04, text, eyJhbGciOiJI.eyJzdWIi.c2ln, removed",
        "S05, text, mail joe@example.com now, mail removed now",
        "S06, text, wsk_live0123456789ab, removed",
        "S06, text, smk_live0123456789ab, removed",
        "S08, webhook_secret, mine, removed",
        "S08, X-API-Key, mine, removed",
        "S07, url, https://x.y/users/4711/a.mp4, https://x.y/users/removed/a.mp4",
        "S08, webhookSecret, mine, removed",
        "S08, client_secret, mine, removed",
        "S08, authorization, Basic mine, removed",
        "S10, url, http://joe:pa%21ss@localhost:1/a, http://removed@localhost:1/a",
        "S10, url, http%3A%2F%2Fjoe%3Apass%40localhost, http%3A%2F%2Fremoved%40localhost",
        "S08, user_id, 4711, removed",
        "S08, api_key, short, removed"
    })
    void what_must_not_be_kept_is_taken_out(String id, String field, String before, String after) {
        Exchange clean = sanitiser.clean(Exchanges.get("/x", "{\"" + field + "\":\"" + before + "\"}"));

        assertThat(clean.response().body()).isEqualTo(Exchanges.json("{\"" + field + "\":\"" + after + "\"}"));
        assertThat(sanitiser.used()).containsExactly(id);
    }

    @Test
    void a_field_of_what_is_no_JSON_and_a_part_of_a_form_go_by_their_names() {
        Body.Part part = new Body.Part("webhook_secret", "", "", Bodies.media("mine".getBytes(US_ASCII)));

        assertThat(cleaned(new Body.Text("{\"api_key\" : \"mine\",")))
                .isEqualTo(new Body.Text("{\"api_key\" : \"removed\","));
        assertThat(cleaned(new Body.Parts(List.of(part))).toString())
                .doesNotContain(Bodies.sha256("mine".getBytes(US_ASCII)));
    }

    @ParameterizedTest
    @Timeout(10)
    @ValueSource(strings = {"?sig=", "http://", "%3Fsig%3D", "http%3A%2F%2F", "\"secret\":\""})
    void no_text_is_too_long(String beginning) {
        for (String letter : List.of("a", "%41", "%3Fkey%3D", "x@")) {
            assertThat(cleaned(new Body.Text(beginning + letter.repeat(10_000))))
                    .isInstanceOf(Body.Text.class);
        }
    }

    @Test
    void what_is_harmless_stays() {
        String harmless =
                "{\"id\":\"" + "0".repeat(32) + "\",\"url\":\"https://x.y/a.mp4?part=2\",\"n\":1.50,\"none\":null}";

        assertThat(sanitiser.clean(Exchanges.get("/x", harmless)).response().body())
                .isEqualTo(Exchanges.json(harmless));
        assertThat(sanitiser.used()).isEmpty();
    }

    @Test
    void an_address_that_was_given_away_is_still_the_one_that_was_asked() {
        String signed = "https://x.y/a.mp4?sig=abc";
        Exchange asked = sanitiser.clean(Exchanges.get(signed, "{\"url\":\"" + signed + "\"}"));

        assertThat(asked.response().body())
                .isEqualTo(Exchanges.json("{\"url\":\"" + asked.request().path() + "\"}"));
    }

    @Test
    void bytes_with_a_secret_in_them_are_not_kept() {
        Body.Media secret = Bodies.media("\u0000the-key\u0000".getBytes(StandardCharsets.ISO_8859_1));
        Body.Media harmless = Bodies.media(new byte[] {0, 1, 2});

        assertThat(cleaned(secret)).isEqualTo(new Body.Media(secret.length(), secret.sha256(), ""));
        assertThat(cleaned(harmless)).isEqualTo(harmless);
    }

    @Test
    void only_harmless_headers_are_kept_and_a_boundary_is_not() {
        assertThat(Headers.ofRequest(Map.of(
                        "Authorization",
                        "Bearer the-key",
                        "Cookie",
                        "a=b",
                        "Content-Type",
                        "multipart/form-data; boundary=x")))
                .isEqualTo(Map.of("content-type", "multipart/form-data"));
        assertThat(Headers.ofResponse(Map.of("Set-Cookie", "a=b", "Retry-After", "3", "Date", "today")))
                .isEqualTo(Map.of("retry-after", "3"));
    }

    private Body cleaned(Body body) {
        Exchange.Request request = new Exchange.Request("GET", "/x", Auth.NONE, Map.of(), new Body.None());
        return sanitiser
                .clean(new Exchange(request, new Exchange.Response(200, Map.of(), body), 1))
                .response()
                .body();
    }
}
