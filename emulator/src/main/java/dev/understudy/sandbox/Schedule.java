package dev.understudy.sandbox;

import dev.understudy.catalog.Model;
import dev.understudy.prediction.Stepped;
import dev.understudy.prediction.Timed;
import dev.understudy.prediction.Timeline;
import dev.understudy.settings.Pace;
import dev.understudy.settings.Progression;
import dev.understudy.time.Draw;
import java.time.Duration;
import java.time.Instant;

/** Draws how long a job waits and works, at the server's pace, if it is time that moves it. */
final class Schedule {

    // Short, but long enough that a client which polls a few times a second meets every state.
    private static final Model.Span FAST_QUEUED = new Model.Span(Duration.ofMillis(60), Duration.ofMillis(160));
    private static final Model.Span FAST_PROCESSING = new Model.Span(Duration.ofMillis(200), Duration.ofMillis(500));

    private final Pace pace;

    Schedule(Pace pace) {
        this.pace = pace;
    }

    Timeline draw(Model model, Progression progression, Instant submitted, Draw draw) {
        if (progression instanceof Progression.Polls polls) {
            return Stepped.byPolls(polls.queued(), polls.processing());
        }
        if (progression instanceof Progression.Manual) {
            return Stepped.byHand();
        }
        return progression instanceof Progression.Immediate
                ? Timed.of(submitted, submitted)
                : atPace(model, submitted, draw.child("queued"), draw.child("processing"));
    }

    private Timeline atPace(Model model, Instant submitted, Draw queued, Draw processing) {
        return switch (pace) {
            case FAST -> Timed.of(submitted, FAST_QUEUED.pick(queued), FAST_PROCESSING.pick(processing));
            case REALISTIC ->
                Timed.of(
                        submitted,
                        model.queued().pick(queued),
                        model.processing().pick(processing));
        };
    }
}
