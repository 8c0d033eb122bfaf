package dev.understudy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.settings.Setting;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Sixty-four callers at once, each with two hundred jobs and faults of its own. */
class ManySandboxesTest {

    private static final int SANDBOXES = 64;
    private static final int JOBS = 200;
    private static final List<String> FAULTS = List.of(
            "rate-limited",
            "server-error; status=500",
            "reset",
            "truncated",
            "fails",
            "empty-outputs",
            "late-failure",
            "fallback; model=acme/other",
            "slow; by=PT5S",
            "no-credit");

    /** What one caller knows of its jobs. */
    private record Told(Set<String> ids, int submitted, BigDecimal charged) {}

    @Test
    void noJobIsLostNoneIsSeenByOthersAndTheLedgersAddUp() throws Exception {
        try (Understudy understudy = Understudy.builder()
                .seed(64)
                .profile("unstable")
                .with(Setting.CLOCK, "frozen")
                .start()) {
            ExecutorService callers = Executors.newFixedThreadPool(SANDBOXES);
            List<Future<Told>> running = new ArrayList<>();
            for (int i = 0; i < SANDBOXES; i++) {
                int caller = i;
                running.add(callers.submit(() -> work(understudy, caller)));
            }
            Set<String> all = new HashSet<>();
            BigDecimal charged = BigDecimal.ZERO;
            int jobs = 0;
            for (Future<Told> one : running) {
                Told told = one.get();
                all.addAll(told.ids());
                jobs += told.ids().size();
                charged = charged.add(told.charged());
            }
            callers.shutdown();

            assertThat(all).as("ids of all sandboxes").hasSize(jobs);
            assertThat(jobs).isGreaterThan(SANDBOXES * JOBS / 2);
            assertThat(understudy.report().costs().stream()
                            .map(RunReport.Cost::net)
                            .reduce(BigDecimal.ZERO, BigDecimal::add))
                    .isEqualByComparingTo(charged);
            assertOthersSeeNothing(understudy, all);
        }
    }

    private static Told work(Understudy understudy, int caller) {
        Api api = new Api(understudy, "caller-" + caller);
        Random mix = new Random(caller);
        for (int i = 0; i < JOBS; i++) {
            submit(api, mix);
            api.sandbox().advance(Duration.ofMillis(mix.nextInt(300)));
        }
        // Once every job is over; outages are over by then too, or the next minute.
        api.sandbox().advance(Duration.ofMinutes(2));
        return told(api);
    }

    // A spoiled answer keeps its caller from knowing the job, which is there nevertheless.
    private static void submit(Api api, Random mix) {
        String fault = mix.nextInt(3) > 0 ? "" : FAULTS.get(mix.nextInt(FAULTS.size()));
        String[] headers = fault.isEmpty()
                ? new String[] {"Content-Type", "application/json"}
                : new String[] {"Content-Type", "application/json", "Understudy-Fault", fault};
        api.attempt("POST", Api.TEXT_TO_VIDEO, "{\"prompt\": \"a walk\"}", headers);
    }

    private static Told told(Api api) {
        Map<String, String> states = new HashMap<>();
        for (int page = 1; page <= 3; page++) {
            JsonNode items = list(api, page);
            items.forEach(item ->
                    states.put(item.path("id").asText(), item.path("status").asText()));
        }
        assertThat(states.values()).isSubsetOf("completed", "failed");
        long completed = states.values().stream().filter("completed"::equals).count();
        BigDecimal expected = new BigDecimal("0.4").multiply(BigDecimal.valueOf(completed));
        assertThat(api.sandbox().ledger().net()).as("money").isEqualByComparingTo(expected);
        assertThat(api.sandbox().ledger().models().get(0).jobs()).isEqualTo(states.size());
        return new Told(states.keySet(), JOBS, expected);
    }

    private static JsonNode list(Api api, int page) {
        Map<String, Object> asked = Map.of("page", page, "page_size", 100);
        Api.Answer answer = api.post("/api/v3/predictions", asked);
        while (answer.status() == 503) {
            api.sandbox().advance(Duration.ofSeconds(5));
            answer = api.post("/api/v3/predictions", asked);
        }
        return answer.data().path("items");
    }

    private static void assertOthersSeeNothing(Understudy understudy, Set<String> all) {
        Api stranger = new Api(understudy, "stranger");
        stranger.sandbox().faults().profile("stable");
        all.stream()
                .limit(500)
                .forEach(id -> assertThat(
                                stranger.get("/api/v3/predictions/" + id).status())
                        .isEqualTo(404));
    }
}
