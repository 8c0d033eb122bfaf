package dev.understudy.media.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.understudy.media.probe.BadClipException.Reason;

/** Assertions on what the prober refuses and what it says. */
final class Refusals {

    private Refusals() {}

    static void assertRefused(byte[] file, Reason reason, String message) {
        BadClipException refusal = refusal(file);
        assertThat(refusal).hasMessage(message);
        assertThat(refusal.reason()).isEqualTo(reason);
    }

    static BadClipException refusal(byte[] file) {
        BadClipException refusal = catchThrowableOfType(BadClipException.class, () -> ClipProbe.probe(file));
        assertThat(refusal).as("a refusal").isNotNull();
        return refusal;
    }
}
