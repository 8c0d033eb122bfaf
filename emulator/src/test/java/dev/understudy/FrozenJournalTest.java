package dev.understudy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.journal.Entry;
import dev.understudy.settings.Progression;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** When a clip was read is chance; a journal under a frozen clock shows nothing of it. */
class FrozenJournalTest {

    @Test
    void remarksOnClipsComeWhenTheTimeGoesOnHoweverLongAgoTheyWereRead() {
        try (Understudy understudy = Understudy.builder().seed(1).start()) {
            Api api = new Api(understudy, "frozen");
            api.sandbox().freeze();
            String small = api.upload("small.mp4", Api.clip("small-480p.mp4"));
            List<String> ids = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                ids.add(api.post(Api.CHARACTERS, Map.of("name", "Joe", "video", small))
                        .data()
                        .path("id")
                        .asText());
                api.get("/api/v3/balance");
            }
            int calls = api.sandbox().journal().size();
            api.sandbox().advance(Duration.ofMinutes(1));

            List<Entry> entries = api.sandbox().journal();
            assertThat(entries.subList(0, calls)).allMatch(Entry.Call.class::isInstance);
            assertThat(entries.subList(calls, entries.size()))
                    .extracting(entry -> entry.prediction().orElseThrow())
                    .containsExactlyElementsOf(ids.stream().sorted().toList());
        }
    }

    @Test
    void whoeverSeesAJobEndedFindsWhatThereIsToSayAboutItsClip() {
        try (Understudy understudy =
                Understudy.builder().progression(Progression.immediate()).start()) {
            Api api = new Api(understudy, "frozen");
            api.sandbox().freeze();
            String small = api.upload("small.mp4", Api.clip("small-480p.mp4"));

            String id = api.run(Api.CHARACTERS, Map.of("name", "Joe", "video", small))
                    .path("id")
                    .asText();

            assertThat(api.sandbox().journal())
                    .filteredOn(Entry.JobNote.class::isInstance)
                    .singleElement()
                    .satisfies(note -> assertThat(note.prediction()).contains(id));
        }
    }
}
