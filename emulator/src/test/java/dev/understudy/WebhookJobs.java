package dev.understudy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.journal.Entry;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Jobs whose ends are told to a receiver, and what the journal says of that. */
final class WebhookJobs {

    private WebhookJobs() {}

    static Api frozen(Understudy understudy, String key) {
        Api api = new Api(understudy, key);
        api.sandbox().freeze();
        return api;
    }

    static String submit(Api api, String receiver, Map<String, String> input) {
        Api.Answer answer =
                api.post(Api.CHARACTERS + "?webhook=" + URLEncoder.encode(receiver, StandardCharsets.UTF_8), input);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.data().path("id").asText();
    }

    static List<String> notes(Api api) {
        return api.sandbox().journal().stream()
                .filter(Entry.JobNote.class::isInstance)
                .flatMap(entry -> entry.notes().stream())
                .filter(note -> note.startsWith("webhook"))
                .toList();
    }
}
