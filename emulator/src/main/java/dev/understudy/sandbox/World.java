package dev.understudy.sandbox;

import dev.understudy.fault.Playbook;
import dev.understudy.fault.Struck;
import dev.understudy.journal.Bounds;
import dev.understudy.journal.Journal;
import dev.understudy.prediction.Prediction;
import dev.understudy.settings.RetryAfter;
import dev.understudy.time.Agenda;
import dev.understudy.time.ClockMode;
import dev.understudy.time.Draw;
import dev.understudy.time.SandboxClock;
import dev.understudy.webhook.Webhooks;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/** All that changes in a sandbox. A sandbox can be given another one. */
final class World {

    /** Whoever moves the time holds it. */
    final ReentrantLock turn = new ReentrantLock();

    final Watch watch = new Watch();
    final KeptInputs inputs = new KeptInputs();
    final Draw draw;
    final SandboxClock clock;
    final Agenda agenda;
    final Playbook playbook;
    final Mishaps mishaps;
    final Quota quota;
    final Ledger ledger;
    final Remarks remarks;
    final Production production;
    final Uploads uploads;
    final Journal journal;
    final Webhooks webhooks;
    final PredictionStore predictions;
    final Endings endings;
    final Stepping stepping;
    final Probes probes;
    final Progressions progressions;

    /** The world of a key that nobody has used before. */
    World(Identity identity, Services services) {
        this.draw = identity.draw();
        this.clock = new SandboxClock(
                services.wall(), services.settings().now(), services.settings().clock());
        this.agenda = new Agenda(clock, services.alarm());
        this.journal = new Journal(new Bounds(
                services.settings().journalEntries(), services.settings().journalBytes()));
        this.remarks = new Remarks(clock, journal);
        this.predictions = new PredictionStore(clock);
        this.playbook = new Playbook(draw.child("fault"), clock.instant(), services.profile());
        this.mishaps = new Mishaps(playbook, clock, services.catalog(), predictions::find);
        this.quota = new Quota(services.settings().level(), services.settings().retryAfter() == RetryAfter.ON);
        this.ledger = new Ledger(services.settings().balance(), draw.child("ledger"), clock);
        this.uploads = new Uploads(identity.reference(), draw.child("upload"), services.blobs(), clock);
        this.progressions = new Progressions(
                services.settings().progression(), services.settings().polls(), services.catalog());
        this.endings = new Endings(clock, agenda, services.settings().syncTimeout());
        this.production = new Production(draw, services, ledger, remarks);
        this.webhooks = webhooks(identity, services);
        this.probes = new Probes(clock, watch);
        this.stepping = new Stepping(clock, ledger, webhooks, endings);
    }

    /**
     * What another world is now, standing still. It draws what that one would have drawn. To be made while no prediction
     * is added there ({@link PredictionStore#still}), the outcomes of all are known, and its clock is not pushed.
     */
    World(World original, Identity identity, Services services) {
        this.draw = original.draw;
        this.clock = new SandboxClock(services.wall(), Optional.of(original.clock.instant()), ClockMode.frozen());
        this.agenda = new Agenda(clock, services.alarm());
        this.journal = original.journal.copy();
        this.remarks = new Remarks(clock, journal).continuing(original.remarks);
        this.predictions = new PredictionStore(clock, original.predictions, Prediction::apart);
        this.playbook = original.playbook.copy();
        this.mishaps = new Mishaps(playbook, clock, services.catalog(), predictions::find);
        this.quota = original.quota.copy(job -> predictions.find(job.id()));
        this.ledger = new Ledger(original.ledger, clock);
        this.uploads = original.uploads.copy(identity.reference(), clock);
        this.progressions = original.progressions.copy();
        this.endings = new Endings(clock, agenda, services.settings().syncTimeout());
        this.production = new Production(draw, services, ledger, remarks).continuing(original.production);
        this.webhooks = webhooks(identity, services).continuing(original.webhooks, predictions.all());
        this.probes = new Probes(clock, watch);
        this.stepping = new Stepping(clock, ledger, webhooks, endings);
    }

    private Webhooks webhooks(Identity identity, Services services) {
        return new Webhooks(
                identity.reference(),
                identity.draw().child("webhook"),
                clock,
                agenda,
                journal,
                services.post(),
                // A world that begins anew gives the ids of the old one again.
                job -> predictions.find(job.id()).filter(kept -> kept == job).isPresent(),
                job -> counted(services, mishaps.onWebhook(job)),
                attempt -> {
                    services.metrics().attempted(attempt.accepted() ? "accepted" : "failed");
                    watch.attempted(attempt);
                });
    }

    private static Optional<Struck> counted(Services services, Optional<Struck> struck) {
        struck.ifPresent(
                one -> services.metrics().struck(one.word(), one.place().word()));
        return struck;
    }

    /** Whether nothing has happened yet that a time was given to. */
    boolean isUntouched() {
        return predictions.size() == 0
                && ledger.isEmpty()
                && uploads.size() == 0
                && webhooks.inbox().isEmpty();
    }

    /** Has everything begin at some time, past or future; for a world in which nothing has happened. */
    void beginAt(Instant time) {
        clock.setBack(time);
        playbook.beginAt(time);
    }

    /** Nothing happens here any more, and nobody waits for anything. */
    void end() {
        clock.freeze();
        agenda.clear();
        webhooks.end();
        endings.abandon();
        uploads.clear();
    }
}
