package dev.understudy.sandbox;

import dev.understudy.prediction.Outcome;
import dev.understudy.prediction.Output;
import dev.understudy.prediction.Prediction;
import dev.understudy.prediction.Stage;
import dev.understudy.prediction.State;
import dev.understudy.prediction.Timed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a sandbox held at some moment, and what its clock alone has made of that since. No job has an entry on any agenda
 * for its states: what it went through between two moments follows from its timeline.
 *
 * @param unread jobs whose time was over but whose clip was still being read
 */
record Survey(
        Instant from,
        List<Prediction> jobs,
        Set<String> unread,
        Map<String, Instant> uploads,
        List<Instant> minuteEnds) {

    static Survey of(World world) {
        Set<String> reading = world.probes.jobs();
        List<Prediction> jobs = world.predictions.all();
        Instant from = world.clock.instant();
        Set<String> unread = new LinkedHashSet<>();
        for (Prediction job : jobs) {
            if (!reading.isEmpty()
                    && reading.contains(job.id())
                    && job.timeline().stage(from) == Stage.OVER) {
                unread.add(job.id());
            }
        }
        return new Survey(from, jobs, unread, world.uploads.ends(), world.quota.minuteEnds());
    }

    /** Reports what lies between this moment and now. */
    void report(World world, Instant now, Firing firing) {
        List<Prediction> all = new ArrayList<>(jobs);
        all.addAll(world.predictions.after(jobs));
        for (int i = 0; i < all.size(); i++) {
            Prediction job = all.get(i);
            // Most have nothing to report, and of a million only those are looked up.
            if (concerns(job, now) && !job.isDeleted() && !world.predictions.isDeleted(job.id())) {
                transitions(job, now, 2L * i, firing);
                expiry(job, now, i, firing);
            }
        }
        uploads(now, 2L * all.size(), firing);
        refills(world, now, firing);
    }

    private void uploads(Instant now, long order, Firing firing) {
        long place = order;
        for (Map.Entry<String, Instant> upload : uploads.entrySet()) {
            Instant over = upload.getValue();
            if (isBetween(over, now)) {
                firing.add(new Event.Expiry(over, Event.Expiry.Kept.UPLOAD, upload.getKey()), place++);
            }
        }
    }

    private void refills(World world, Instant now, Firing firing) {
        Set<Instant> minutes = new LinkedHashSet<>(minuteEnds);
        minutes.addAll(world.quota.minuteEnds());
        minutes.stream().filter(end -> isBetween(end, now)).forEach(end -> firing.add(new Event.Refill(end), 0));
    }

    private boolean concerns(Prediction job, Instant now) {
        return job.timeline() instanceof Timed timed && (isBetween(timed.starts(), now) || isBetween(timed.ends(), now))
                || unread.contains(job.id())
                || isBetween(job.createdAt().plus(Retention.KEPT), now);
    }

    private void transitions(Prediction job, Instant now, long order, Firing firing) {
        boolean unreadBefore = unread.contains(job.id());
        if (!(job.timeline() instanceof Timed) && !unreadBefore) {
            return;
        }
        Instant starts = job.timeline().starts();
        Instant ends = job.timeline().ends();
        if (isBetween(starts, now) && starts.isAfter(job.createdAt())) {
            firing.add(new Event.Transition(starts, job.id(), new State.Queued(), new State.Processing()), order);
        }
        if ((isBetween(ends, now) && ends.isAfter(job.createdAt()) || unreadBefore)
                && job.at(now) instanceof State.Ended ended) {
            Instant known = firing.knownAt(job.id(), ends);
            Instant at = known.isAfter(ends) ? known : ends;
            firing.add(new Event.Transition(at, job.id(), new State.Processing(), ended), order + 1);
        }
    }

    private void expiry(Prediction job, Instant now, long order, Firing firing) {
        Instant over = job.createdAt().plus(Retention.KEPT);
        if (!isBetween(over, now)) {
            return;
        }
        firing.add(new Event.Expiry(over, Event.Expiry.Kept.PREDICTION, job.id()), 2 * order);
        if (job.at(over) instanceof State.Ended ended
                && ended.outcome() instanceof Outcome.Completed completed
                && completed.outputs().stream().anyMatch(Output.Video.class::isInstance)) {
            firing.add(new Event.Expiry(over, Event.Expiry.Kept.OUTPUT, job.id()), 2 * order + 1);
        }
    }

    private boolean isBetween(Instant time, Instant now) {
        return time.isAfter(from) && !time.isAfter(now);
    }
}
