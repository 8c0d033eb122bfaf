package dev.understudy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.settings.Progression;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The order in which webhooks come is part of what a seed repeats. */
class DeliveryOrderTest {

    private static final int JOBS = 50;

    @Test
    void jobsThatEndAtOneInstantAreToldInTheOrderOfTheirSubmission() {
        List<String> submitted = new ArrayList<>();
        List<String> told = run(1, Progression.immediate(), submitted);

        assertThat(told).isEqualTo(submitted);
    }

    @Test
    void jobsThatEndAtDifferentTimesAreToldInTheOrderOfTheirEndsTheSameInEveryRun() {
        List<String> submitted = new ArrayList<>();
        List<String> told = run(2, Progression.time(), submitted);

        assertThat(told).containsExactlyInAnyOrderElementsOf(submitted).isNotEqualTo(submitted);
        assertThat(run(2, Progression.time(), new ArrayList<>())).isEqualTo(told);
    }

    // Every other clip has to be read from a disk, by threads that finish in whatever order they like.
    private static List<String> run(long seed, Progression progression, List<String> submitted) {
        try (Understudy understudy =
                Understudy.builder().seed(seed).progression(progression).start()) {
            Api api = new Api(understudy, "order");
            api.sandbox().freeze();
            String inbox = understudy.baseUrl() + api.sandbox().inboxPath("in");
            String upload = api.upload("joe.mp4", Api.clip("clip-3s.mp4"));
            for (int i = 0; i < JOBS; i++) {
                String clip = i % 2 == 0 ? upload : "https://example.com/a.mp4";
                submitted.add(api.post(Api.CHARACTERS + "?webhook=" + inbox, Map.of("name", "Joe", "video", clip))
                        .data()
                        .path("id")
                        .asText());
            }
            assertThat(api.sandbox().advance(Duration.ofMinutes(1)).settled()).isTrue();
            return api.sandbox().inbox("in").stream()
                    .map(one -> one.headers().get("webhook-id"))
                    .toList();
        }
    }
}
