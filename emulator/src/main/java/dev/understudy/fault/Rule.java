package dev.understudy.fault;

import dev.understudy.catalog.Model;
import dev.understudy.time.Draw;
import java.time.Duration;
import java.util.Optional;

/** When a profile's fault strikes. Every rule names the sentence it rests on. */
sealed interface Rule {

    String source();

    /** Strikes always, at admission. */
    record Always(Fault fault, String source) implements Rule {}

    /**
     * Strikes every call within certain windows of time. Time since the sandbox began is cut into slots; a slot may
     * have a window, which begins at a drawn moment of it.
     */
    record Windows(Fault fault, Duration every, Duration lasts, double probability, String source) implements Rule {

        boolean openAt(Duration sinceStart, Draw draw) {
            long slot = sinceStart.toNanos() / every.toNanos();
            Draw ofSlot = draw.child("outage").child(slot);
            if (ofSlot.child("happens").unit() >= probability) {
                return false;
            }
            Duration begins = ofSlot.child("begins").between(Duration.ZERO, every.minus(lasts));
            Duration within = sinceStart.minus(every.multipliedBy(slot));
            return within.compareTo(begins) >= 0 && within.compareTo(begins.plus(lasts)) < 0;
        }
    }

    /** Strikes a job with a probability, perhaps only jobs of models that make one kind of thing. */
    record Sometimes(Fault fault, double probability, Optional<Model.Product> makes, String source) implements Rule {

        boolean strikes(Model model, Draw draw) {
            return makes.map(product -> product == model.product()).orElse(true) && draw.unit() < probability;
        }
    }
}
