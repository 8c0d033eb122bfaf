package dev.understudy.webhook;

import dev.understudy.fault.Fault;
import dev.understudy.time.Draw;
import java.time.Instant;
import java.util.Optional;

/** Signs first attempts, as they should be or as a fault wants them. */
final class Spoiler {

    private final Signer signer;
    private final Signer stranger;

    /** @param draw what the secret of a stranger is drawn from, so that a wrong signature repeats like a right one */
    Spoiler(Signer signer, Draw draw) {
        this.signer = signer;
        this.stranger = Signer.drawnFrom(draw);
    }

    Message message(Delivery delivery, Instant at, Optional<Fault.OnWebhook> fault) {
        Fault.OnWebhook wanted = fault.orElse(null);
        Signer by = wanted instanceof Fault.BadSignature ? stranger : signer;
        Instant dated = wanted instanceof Fault.OldTimestamp old ? at.minus(old.age()) : at;
        return Message.signed(by, delivery.receiver(), delivery.prediction(), dated, delivery.body());
    }
}
