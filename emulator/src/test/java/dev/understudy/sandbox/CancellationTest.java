package dev.understudy.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.prediction.Outcome;
import dev.understudy.prediction.Output;
import dev.understudy.prediction.Prediction;
import dev.understudy.prediction.State;
import dev.understudy.settings.Setting;
import dev.understudy.settings.Settings;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CancellationTest {

    private static final String VIDEO = "openai/sora-2/text-to-video";
    private static final String CHARACTER = "openai/sora-2/characters";

    private final Sandboxes sandboxes =
            new Sandboxes(Settings.defaults().with(Setting.PACE, "realistic").with(Setting.LEVEL, "bronze"), 1);
    private final Sandbox sandbox = sandboxes.of("key");

    @BeforeEach
    void freeze() {
        sandbox.clock().freeze();
    }

    @AfterEach
    void close() {
        sandboxes.close();
    }

    @Test
    void aJobThatIsCalledOffStaysSoAndCostsNothing() {
        BigDecimal before = sandbox.ledger().balance();
        Prediction job = submit(VIDEO, Map.of("prompt", "a"));
        assertThat(sandbox.ledger().balance()).isLessThan(before);
        sandbox.clock().advance(Duration.ofSeconds(20));

        assertThat(sandbox.cancel(job.id())).isPresent();

        assertThat(sandbox.poll(job.id()).orElseThrow().state()).isEqualTo(new State.Ended(new Outcome.Cancelled()));
        assertThat(sandbox.ledger().balance()).isEqualByComparingTo(before);
        sandbox.clock().advance(Duration.ofHours(1));
        assertThat(sandbox.poll(job.id()).orElseThrow().state()).isEqualTo(new State.Ended(new Outcome.Cancelled()));
        assertThat(sandbox.ledger().balance()).isEqualByComparingTo(before);
        assertThat(sandbox.ledger().isRefunded(job.id())).isTrue();
    }

    @Test
    void itsPlaceIsFreeForAnother() {
        Prediction first = submit(VIDEO, Map.of("prompt", "a"));
        submit(VIDEO, Map.of("prompt", "a"));
        sandbox.clock().advance(Duration.ofMinutes(1));
        assertThatThrownBy(() -> submit(VIDEO, Map.of("prompt", "a"))).hasMessageContaining("2 jobs at once");

        sandbox.cancel(first.id());

        assertThat(submit(VIDEO, Map.of("prompt", "a"))).isNotNull();
    }

    @Test
    void aCharacterThatWasCalledOffNeverCameToBe() {
        Prediction kept = submit(CHARACTER, Map.of("video", "https://example.com/a.mp4", "name", "Kept"));
        Prediction lost = submit(CHARACTER, Map.of("video", "https://example.com/a.mp4", "name", "Lost"));
        String keptId = made(kept);
        String lostId = made(lost);

        sandbox.cancel(lost.id());

        assertThat(sandbox.character(keptId).orElseThrow().name()).isEqualTo("Kept");
        assertThat(sandbox.character(lostId)).isEmpty();
    }

    @Test
    void evenIfSomebodyHadLookedAtItBefore() {
        Prediction kept = submit(CHARACTER, Map.of("video", "https://example.com/a.mp4", "name", "Kept"));
        Prediction lost = submit(CHARACTER, Map.of("video", "https://example.com/a.mp4", "name", "Lost"));
        assertThat(sandbox.character(made(lost))).isPresent();

        sandbox.cancel(lost.id());

        assertThat(sandbox.character(made(lost))).isEmpty();
        assertThat(sandbox.characters()).extracting(Output.MadeCharacter::id).containsExactly(made(kept));
    }

    @Test
    void whatHasEndedOrNeverWasCannotBeCalledOff() {
        Prediction job = submit(VIDEO, Map.of("prompt", "a"));
        sandbox.clock().advance(Duration.ofMinutes(10));

        assertThat(sandbox.cancel(job.id())).isEmpty();
        assertThat(sandbox.cancel("0".repeat(32))).isEmpty();
        assertThat(((State.Ended) sandbox.poll(job.id()).orElseThrow().state()).outcome())
                .isInstanceOf(Outcome.Completed.class);
    }

    @Test
    void whoeverWaitsIsToldAndNothingIsLeft() {
        Prediction job = submit(VIDEO, Map.of("prompt", "a"));
        var ending = sandbox.endings().of(job);

        sandbox.cancel(job.id());

        assertThat(ending).isCompletedWithValue(new State.Ended(new Outcome.Cancelled()));
        assertThat(sandbox.endings().waiting()).isZero();
    }

    @Test
    void aSnapshotRemembersIt() {
        Prediction job = submit(VIDEO, Map.of("prompt", "a"));
        sandbox.cancel(job.id());
        sandbox.snapshots().take("then");

        sandbox.reset();
        sandbox.snapshots().restore("then");

        assertThat(sandbox.poll(job.id()).orElseThrow().state()).isEqualTo(new State.Ended(new Outcome.Cancelled()));
        assertThat(sandbox.ledger().isRefunded(job.id())).isTrue();
    }

    // The outcome is known long before the job's time is over.
    private static String made(Prediction job) {
        Outcome.Completed made = (Outcome.Completed) job.outcome().orElseThrow();
        return ((Output.MadeCharacter) made.outputs().get(0)).id();
    }

    private Prediction submit(String model, Map<String, Object> input) {
        return sandbox.submit(model, input, Visit.of("wavespeed.submit"));
    }
}
