package dev.understudy.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.Receiver;
import dev.understudy.dialect.wavespeed.WaveSpeed;
import dev.understudy.prediction.Prediction;
import dev.understudy.settings.Setting;
import dev.understudy.settings.Settings;
import dev.understudy.webhook.Notice;
import dev.understudy.webhook.Seal;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A sandbox begins anew while a call is on its way from the submission of a job to the registration of its webhook. */
@Timeout(30)
class ResetTest {

    private final Sandboxes sandboxes = new Sandboxes(Settings.defaults().with(Setting.CLOCK, "frozen"), 1);
    private final Sandbox sandbox = sandboxes.of("key");
    private final Receiver receiver = new Receiver();

    ResetTest() throws IOException {}

    @AfterEach
    void close() {
        sandboxes.close();
        receiver.close();
    }

    @Test
    void theOldJobIsToldToNobodyAndTheNewOneOfTheSameIdIs() throws Exception {
        Prediction old = submit();
        sandbox.reset();
        register(old, "/old");
        Prediction next = submit();
        register(old, "/old-again");
        register(next, "/next");

        sandbox.advance(Duration.ofHours(1));

        assertThat(next.id()).isEqualTo(old.id());
        assertThat(receiver.next().target()).isEqualTo("/next");
        assertThat(receiver.rest()).isEmpty();
    }

    private Prediction submit() {
        return sandbox.submit("openai/sora-2/text-to-video", Map.of("prompt", "a"), Visit.of("wavespeed.submit"));
    }

    private void register(Prediction job, String path) {
        Notice notice = new Notice(job.id(), "{}".getBytes(StandardCharsets.UTF_8));
        sandbox.webhooks()
                .register(
                        job,
                        URI.create(receiver.url(path)),
                        (ended, reference) -> Optional.of(notice),
                        Seal.without(WaveSpeed.WEBHOOKS));
    }
}
