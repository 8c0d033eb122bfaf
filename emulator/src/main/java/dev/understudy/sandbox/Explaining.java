package dev.understudy.sandbox;

import dev.understudy.fault.Struck;
import dev.understudy.journal.Entry;
import dev.understudy.prediction.Outcome;
import dev.understudy.prediction.Prediction;
import dev.understudy.prediction.State;
import dev.understudy.prediction.Timed;
import dev.understudy.prediction.Timeline;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Puts together what is known of a job. */
record Explaining(Sandbox sandbox) {

    JobExplanation of(Prediction job) {
        Instant now = sandbox.clock().instant();
        List<Entry> entries = sandbox.journal()
                .page(
                        0,
                        Integer.MAX_VALUE,
                        entry -> entry.prediction().filter(job.id()::equals).isPresent())
                .entries();
        Timeline timeline = job.timeline();
        State state = job.at(now);
        Optional<BigDecimal> price = sandbox.ledger().price(job.id());
        boolean refunded = sandbox.ledger().isRefunded(job.id());
        return new JobExplanation(
                job.id(),
                job.model(),
                status(state),
                error(state),
                job.createdAt(),
                timeline instanceof Timed,
                known(timeline.starts()),
                known(timeline.ends()),
                timeline.endless(),
                faults(job, entries),
                price,
                refunded,
                entries,
                story(job, state, entries, price, refunded));
    }

    private static List<String> story(
            Prediction job, State state, List<Entry> entries, Optional<BigDecimal> price, boolean refunded) {
        List<String> story = new ArrayList<>();
        story.add("Submitted at %s for %s%s."
                .formatted(
                        job.createdAt(),
                        job.model(),
                        price.map(usd -> ", for " + usd.toPlainString() + " USD")
                                .orElse("")));
        story.add(times(job.timeline()));
        job.struck().forEach(struck -> story.add("To go wrong " + struck.place().about() + ": " + struck.why() + "."));
        for (Entry entry : entries) {
            story.add("%s: %s".formatted(entry.at(), line(entry)));
        }
        story.add("Now it is %s%s%s."
                .formatted(
                        status(state),
                        error(state)
                                .map(error -> ", with the error \"" + error + "\"")
                                .orElse(""),
                        refunded ? "; its price was refunded" : ""));
        return List.copyOf(story);
    }

    private static String times(Timeline timeline) {
        if (timeline.endless()) {
            return "It never ends.";
        }
        String how = timeline instanceof Timed ? "Time moves it" : "Polls or steps move it";
        if (!timeline.endKnown()) {
            return how + "; when it ends is not known yet.";
        }
        return "%s: it leaves the queue at %s and ends at %s, or when its outcome is known if that is later."
                .formatted(how, timeline.starts(), timeline.ends());
    }

    private static String line(Entry entry) {
        String notes = String.join("; ", entry.notes());
        if (entry instanceof Entry.Call call) {
            String shown = call.told().shown().map(one -> ", " + one.status()).orElse("");
            return "%s, HTTP %s%s (entry %s)%s"
                    .formatted(
                            call.operation(), call.status(), shown, call.number(), notes.isEmpty() ? "" : ": " + notes);
        }
        return notes;
    }

    private static List<Struck> faults(Prediction job, List<Entry> entries) {
        Set<Struck> faults = new LinkedHashSet<>(job.struck());
        for (Entry entry : entries) {
            if (entry instanceof Entry.Call call) {
                faults.addAll(call.struck());
            }
        }
        return List.copyOf(faults);
    }

    private static String status(State state) {
        if (state instanceof State.Ended ended) {
            return ended.word();
        }
        return state instanceof State.Queued ? "queued" : "processing";
    }

    private static Optional<String> error(State state) {
        return state instanceof State.Ended ended && ended.outcome() instanceof Outcome.Failed failed
                ? Optional.of(failed.error())
                : Optional.empty();
    }

    private static Optional<Instant> known(Instant time) {
        return Optional.of(time).filter(any -> !any.equals(Instant.MAX));
    }
}
