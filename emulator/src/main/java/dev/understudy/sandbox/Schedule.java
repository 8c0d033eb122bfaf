package dev.understudy.sandbox;

import dev.understudy.catalog.Model;
import dev.understudy.prediction.Timeline;
import dev.understudy.settings.Pace;
import dev.understudy.time.Draw;
import java.time.Duration;
import java.time.Instant;

/** Draws how long a job waits and works, at the server's pace. */
final class Schedule {

    // Short, but long enough that a client which polls a few times a second meets every state.
    private static final Model.Span FAST_QUEUED = new Model.Span(Duration.ofMillis(60), Duration.ofMillis(160));
    private static final Model.Span FAST_PROCESSING = new Model.Span(Duration.ofMillis(200), Duration.ofMillis(500));

    private final Pace pace;

    Schedule(Pace pace) {
        this.pace = pace;
    }

    Timeline draw(Model model, Instant submitted, Draw draw) {
        Draw queued = draw.child("queued");
        Draw processing = draw.child("processing");
        return switch (pace) {
            case IMMEDIATE -> new Timeline(submitted, submitted);
            case FAST -> Timeline.of(submitted, FAST_QUEUED.pick(queued), FAST_PROCESSING.pick(processing));
            case REALISTIC ->
                Timeline.of(
                        submitted,
                        model.queued().pick(queued),
                        model.processing().pick(processing));
        };
    }
}
