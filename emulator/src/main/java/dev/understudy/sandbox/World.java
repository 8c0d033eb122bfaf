package dev.understudy.sandbox;

import dev.understudy.journal.Journal;
import dev.understudy.time.Agenda;
import dev.understudy.time.Draw;
import dev.understudy.time.SandboxClock;
import dev.understudy.webhook.Webhooks;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;

/** All that changes in a sandbox. A sandbox can be given another one. */
final class World {

    /** Whoever moves the time holds it. */
    final ReentrantLock turn = new ReentrantLock();

    final Watch watch = new Watch();
    final SandboxClock clock;
    final Agenda agenda;
    volatile Instant began;
    final Quota quota;
    final Ledger ledger;
    final Production production;
    final Uploads uploads;
    final Journal journal = new Journal();
    final Webhooks webhooks;
    final PredictionStore predictions;
    final Endings endings;
    final Stepping stepping;
    final Probes probes;
    final Progressions progressions;

    /** The world of a key that nobody has used before. */
    World(String reference, Draw draw, Services services) {
        this.clock = new SandboxClock(
                services.wall(), services.settings().now(), services.settings().clock());
        this.agenda = new Agenda(clock, services.alarm());
        this.predictions = new PredictionStore(clock);
        this.endings = new Endings(clock, agenda, services.settings().syncTimeout());
        this.began = clock.instant();
        this.quota = new Quota(services.settings().level());
        this.ledger = new Ledger(services.settings().balance(), draw.child("ledger"), clock);
        this.production = new Production(draw, services, clock, ledger, journal);
        this.uploads = new Uploads(reference, draw.child("upload"), services.blobs(), clock);
        this.webhooks = new Webhooks(
                reference, draw.child("webhook"), clock, agenda, journal, services.post(), watch::attempted);
        this.probes = new Probes(clock, watch);
        this.stepping = new Stepping(clock, ledger, webhooks, endings);
        this.progressions = new Progressions(
                services.settings().progression(), services.settings().polls());
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
        began = time;
    }
}
