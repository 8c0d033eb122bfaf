package dev.understudy.webhook;

import dev.understudy.fault.Fault;
import dev.understudy.time.Draw;
import java.time.Instant;
import java.util.Optional;

/** Seals first attempts, as they should be or as a fault wants them. */
final class Spoiler {

    private final String stranger;

    /** @param draw what the secret of a stranger is drawn from, so that a wrong proof repeats like a right one */
    Spoiler(Draw draw) {
        this.stranger = Secrets.drawnFrom(draw);
    }

    Message message(Delivery delivery, Instant at, Optional<Fault.OnWebhook> fault) {
        Fault.OnWebhook wanted = fault.orElse(null);
        Seal by = wanted instanceof Fault.BadSignature ? delivery.seal().by(stranger) : delivery.seal();
        Instant dated = wanted instanceof Fault.OldTimestamp old ? at.minus(old.age()) : at;
        return Message.of(delivery, dated, by);
    }

    /** Why a fault changes nothing in a delivery, if it does not. */
    static Optional<String> objection(Seal seal, Fault fault) {
        if (fault instanceof Fault.BadSignature && seal.secret().isEmpty()) {
            return Optional.of("this receiver was given without a secret, so nothing proves anything");
        }
        if (fault instanceof Fault.OldTimestamp && !seal.manner().dated()) {
            return Optional.of("such deliveries do not say when they were sent");
        }
        return Optional.empty();
    }
}
