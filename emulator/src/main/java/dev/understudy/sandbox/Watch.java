package dev.understudy.sandbox;

import dev.understudy.prediction.Prediction;
import dev.understudy.webhook.Attempt;
import java.time.Instant;
import java.util.Optional;

/** Hears what happens in a sandbox by itself, and passes it on to the push that is going on, if there is one. */
final class Watch {

    private volatile Optional<Firing> push = Optional.empty();

    void begin(Firing firing) {
        push = Optional.of(firing);
    }

    void end() {
        push = Optional.empty();
    }

    void attempted(Attempt attempt) {
        push.ifPresent(firing -> firing.add(
                new Event.Attempt(
                        attempt.at(),
                        attempt.prediction(),
                        attempt.number(),
                        attempt.receiver(),
                        attempt.accepted(),
                        attempt.result()),
                attempt.order()));
    }

    void outcomeKnown(Prediction job, Instant at) {
        push.ifPresent(firing -> firing.outcomeKnown(job.id(), at));
    }
}
