package dev.understudy;

import dev.understudy.control.Control;
import dev.understudy.dialect.openai.OpenAi;
import dev.understudy.dialect.wavespeed.WaveSpeed;
import dev.understudy.journal.Entry;
import dev.understudy.journal.hygiene.HygieneReport;
import dev.understudy.prediction.Output;
import dev.understudy.sandbox.AnswerExplanation;
import dev.understudy.sandbox.Fired;
import dev.understudy.sandbox.JobExplanation;
import dev.understudy.sandbox.Progressions;
import dev.understudy.sandbox.Refused;
import dev.understudy.sandbox.Sandbox;
import dev.understudy.sandbox.Statement;
import dev.understudy.time.ClockMode;
import dev.understudy.webhook.Endpoint;
import dev.understudy.webhook.Endpoints;
import dev.understudy.webhook.Received;
import dev.understudy.webhook.ReceiverUrl;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** One API key's part of a server, for the program that started it. */
public final class SandboxHandle {

    private final Sandbox sandbox;

    SandboxHandle(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    /** A name for this sandbox that may be shown, as it stands in the addresses of its files; not the key. */
    public String reference() {
        return sandbox.reference();
    }

    /** The time in this sandbox. */
    public Instant now() {
        return sandbox.clock().instant();
    }

    /** How the time goes on by itself. */
    public ClockMode clock() {
        return sandbox.clock().mode();
    }

    /** Lets the time stand still; from now on only a push moves it. */
    public void freeze() {
        run(ClockMode.frozen());
    }

    /** Lets the time run as fast as the machine's again, from where it stands. */
    public void resume() {
        run(ClockMode.real());
    }

    /**
     * Lets the time run at another speed, from where it stands.
     *
     * @param factor how many times as fast as the machine's; 0.001 to 100000
     */
    public void scale(double factor) {
        run(ClockMode.scaled(factor));
    }

    /** Lets the time go on in another way, from where it stands. */
    public void run(ClockMode mode) {
        sandbox.time().run(mode);
    }

    /**
     * Sets the time. Forward, everything that falls due on the way happens, as in {@link #advance}. Back, it may go only
     * while nothing has happened with this key.
     *
     * @throws Refused if it would have to go back over something that has happened
     */
    public Fired setNow(Instant now) {
        return sandbox.time().set(now, Optional.empty());
    }

    /**
     * Pushes the time forward, for this key only: jobs, webhooks, limits, outages and what is kept for a while follow.
     * Returns when all that was set off is over, but waits no longer than one fetch and one webhook may take.
     *
     * @param by zero or more
     * @return the new time, and what happened on the way
     */
    public Fired advance(Duration by) {
        return sandbox.time().advance(by);
    }

    /** Pushes the time forward to {@code time}; otherwise like {@link #advance}. */
    public Fired advanceTo(Instant time) {
        return sandbox.time().advanceTo(time);
    }

    /**
     * Moves a job one state further that moves by steps or polls; one that has ended stays.
     *
     * @throws Refused if there is no such job, or time moves it
     */
    public Fired step(String prediction) {
        return sandbox.time().step(Control.jobId(prediction));
    }

    /** Moves every job one state further that moves by steps or polls. */
    public Fired stepAll() {
        return sandbox.time().stepAll();
    }

    /** What moves this key's jobs: read it, or choose for jobs that are submitted from now on. */
    public Progressions progressions() {
        return sandbox.progressions();
    }

    /**
     * Keeps what there is of this key, to go back to it with {@link #restore}: jobs, files, money, limits, faults, the
     * inboxes, the journal and the time. A snapshot of the same name is replaced.
     *
     * @throws Refused if there are a hundred already, or something is under way for longer than it may take
     */
    public void snapshot(String name) {
        sandbox.snapshots().take(name);
    }

    /**
     * Makes everything of this key what it was. Its time is that of the snapshot, and goes on as it went on then.
     *
     * @throws Refused if there is no snapshot of that name
     */
    public void restore(String name) {
        sandbox.snapshots().restore(name);
    }

    /**
     * Makes everything of another key what it is with this one. From then on each goes its own way; the same calls get the
     * same ids and the same mishaps with both.
     *
     * @throws Refused if the other key has been used already
     */
    public void forkTo(SandboxHandle other) {
        sandbox.snapshots().fork(other.sandbox, Optional.empty(), false);
    }

    /** Forgets everything that happened with this key, but for its snapshots. */
    public void reset() {
        sandbox.reset();
    }

    /** What is to go wrong for this key, and what has. */
    public Faults faults() {
        return new Faults(sandbox);
    }

    /** The characters that jobs of this key have made, oldest first. */
    public List<Output.MadeCharacter> characters() {
        return sandbox.characters().stream()
                .sorted(Comparator.comparing(Output.MadeCharacter::madeAt).thenComparing(Output.MadeCharacter::id))
                .toList();
    }

    /** Why a job is as it is: its times, what struck it, what was asked and told about it; empty if nobody knows it. */
    public Optional<JobExplanation> explain(String prediction) {
        return sandbox.explain(Control.jobId(prediction));
    }

    /**
     * Why an answer was as it was.
     *
     * @param entry the number in the answer's header Understudy-Request; empty if the journal does not hold it any more
     */
    public Optional<AnswerExplanation> explain(long entry) {
        return sandbox.explain(entry);
    }

    /** How well this key's client behaves: graded, rule by rule, with evidence, from what the journal still holds. */
    public HygieneReport hygiene() {
        return sandbox.hygiene();
    }

    /** What was asked, what was answered and why, oldest first, as far as the journal's bounds have kept it. */
    public List<Entry> journal() {
        return sandbox.journal().since(0);
    }

    /**
     * The path of a receiver of webhooks that this server has for this key. Put the base URL before it and register it:
     * what is sent there can be read with {@link #inbox}.
     *
     * @param name up to 64 letters, digits, dots, underscores and hyphens
     */
    public String inboxPath(String name) {
        return sandbox.webhooks().inbox().address(name).path();
    }

    /** What the receiver of that name got, oldest first; of all of a key's receivers the last thousand are kept. */
    public List<Received> inbox(String name) {
        return sandbox.webhooks().inbox().deliveries(name);
    }

    /** What this key's webhooks are signed with, as {@code GET /api/v3/webhook/secret} answers it. */
    public String webhookSecret() {
        return sandbox.webhooks().seal(WaveSpeed.WEBHOOKS).secret().orElseThrow();
    }

    /**
     * Registers a receiver of webhooks for all jobs that are submitted from now on through a dialect whose provider has a
     * dashboard for it, which is OpenAI's.
     *
     * @param url http or https
     * @param events the types of events that it wants, such as {@code video.completed}
     * @return the endpoint with its secret
     * @throws IllegalArgumentException if it can be no receiver's URL, or no event is wanted, or one that there is not
     * @throws IllegalStateException if there are {@value Endpoints#MOST} already
     */
    public Endpoint addWebhookEndpoint(String url, String... events) {
        URI receiver = ReceiverUrl.parse(url)
                .filter(one -> events.length > 0)
                .orElseThrow(() -> new IllegalArgumentException("an http or https URL and one event at least"));
        for (String event : events) {
            if (!OpenAi.EVENTS.contains(event)) {
                throw new IllegalArgumentException(
                        Refused.choice("events", event, OpenAi.EVENTS).getMessage());
            }
        }
        return sandbox.webhooks()
                .endpoints()
                .add(receiver, List.of(events))
                .orElseThrow(() -> new IllegalStateException("there are " + Endpoints.MOST + " endpoints already"));
    }

    /** The receivers that are registered for all jobs of this key, in the order of their registration. */
    public List<Endpoint> webhookEndpoints() {
        return sandbox.webhooks().endpoints().all();
    }

    /** @return whether there was an endpoint of that id; jobs that were submitted before still tell it their ends */
    public boolean removeWebhookEndpoint(String id) {
        return sandbox.webhooks().endpoints().remove(id);
    }

    /** What this key's jobs would have cost up to now, in US dollars: exact sums, in all and for each model. */
    public Statement ledger() {
        return sandbox.ledger().statement();
    }
}
