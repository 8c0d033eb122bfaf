package dev.understudy.sandbox;

import dev.understudy.journal.Journal;
import dev.understudy.time.Agenda;
import dev.understudy.time.Draw;
import dev.understudy.time.SandboxClock;
import dev.understudy.webhook.Webhooks;
import java.time.Instant;

/** All that changes in a sandbox. A sandbox can be given another one. */
final class World {

    final SandboxClock clock;
    final Agenda agenda;
    final Instant began;
    final Quota quota;
    final Ledger ledger;
    final Production production;
    final Uploads uploads;
    final Journal journal = new Journal();
    final Webhooks webhooks;
    final PredictionStore predictions;
    final Endings endings;
    final Stepping stepping;
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
        this.webhooks = new Webhooks(reference, draw.child("webhook"), clock, agenda, journal, services.post());
        this.stepping = new Stepping(clock, ledger, webhooks, endings);
        this.progressions = new Progressions(
                services.settings().progression(), services.settings().polls());
    }
}
