package dev.understudy.sandbox;

import dev.understudy.catalog.Model;
import dev.understudy.prediction.Outcome;
import dev.understudy.prediction.Prediction;
import dev.understudy.time.Draw;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * The money of a sandbox. A job is charged when it is accepted; one that fails gets its money back at the moment it
 * ends ("refunded automatically within 3 hours", the provider's error-codes page; that it happens at once is ours).
 * Nothing wakes up for that: what is due by the sandbox's clock is booked before anybody reads.
 */
public final class Ledger {

    /** Lines that are kept, at some 250 bytes each; after that the oldest tenth goes. Sums are of all there ever were. */
    static final int MOST = 200_000;

    private final Draw draw;
    private final InstantSource clock;
    private final BigDecimal opening;
    private final Shelves entries;
    private final BilledJobs jobs;
    private final Map<String, Model> models = new ConcurrentHashMap<>();
    private final Map<String, Statement.ModelCosts> costs = new TreeMap<>();
    private final Queue<BilledJob> toRefund = new PriorityQueue<>(Comparator.comparing(BilledJob::ends));
    private final TestLabels tests;
    private BigDecimal balance;
    private Instant latest = Instant.MIN;

    Ledger(BigDecimal opening, Draw draw, InstantSource clock) {
        this.opening = opening;
        this.balance = opening;
        this.draw = draw;
        this.clock = clock;
        this.entries = new Shelves();
        this.jobs = new BilledJobs(entries);
        this.tests = new TestLabels();
    }

    /** The same money, for another world. */
    Ledger(Ledger original, InstantSource clock) {
        synchronized (original) {
            original.settle();
            this.opening = original.opening;
            this.balance = original.balance;
            this.draw = original.draw;
            this.clock = clock;
            this.entries = original.entries.copy();
            this.jobs = original.jobs.copy(entries);
            this.tests = original.tests.copy();
            this.models.putAll(original.models);
            this.costs.putAll(original.costs);
            this.toRefund.addAll(original.toRefund);
            this.latest = original.latest;
        }
    }

    /**
     * Makes a job and takes its price, if there is that much.
     *
     * @param now the job's time
     * @param test what the job is for, if its submission said so
     * @throws Refused if there is not; nothing is taken, and no job is made
     */
    synchronized Prediction charge(
            Instant now, Model model, BigDecimal price, Optional<String> test, Supplier<Prediction> job) {
        Instant at = settle(now);
        if (balance.compareTo(price) < 0) {
            throw new Refused(
                    Refused.Reason.NO_CREDIT,
                    "the job costs %s USD, and the balance is %s USD"
                            .formatted(price.toPlainString(), balance.toPlainString()));
        }
        Prediction charged = job.get();
        models.putIfAbsent(model.slug(), model);
        LedgerEntry charge = new LedgerEntry(
                LedgerEntry.Kind.CHARGE,
                charged.id(),
                model.slug(),
                price,
                at,
                charged.timeline().known());
        jobs.begin(charge);
        balance = balance.subtract(price);
        test.ifPresent(label -> tests.add(charged.id(), label));
        book(charge);
        return charged;
    }

    /** Notes how a charged job is going to end; to be called before anybody can see it ended. */
    synchronized void foresee(Prediction job, Outcome outcome) {
        Instant now = settle();
        jobs.find(job.id()).ifPresent(before -> learn(before, before.ending(outcome instanceof Outcome.Failed, now)));
    }

    /** Notes the times of a job that moves by steps, as they become known; to be called before anybody can see them. */
    synchronized void timed(String id, Instant starts, Instant ends) {
        Instant now = settle();
        jobs.find(id).ifPresent(before -> learn(before, before.timed(starts, ends, now)));
    }

    /** Gives back the price of a job that is called off now. */
    synchronized void cancelled(String id) {
        Instant now = settle();
        jobs.find(id).ifPresent(before -> {
            toRefund.removeIf(due -> due.charge().prediction().equals(id));
            learn(before, before.cancelled(now));
        });
    }

    private void learn(BilledJob before, BilledJob after) {
        // What a job that was called off would have come to is no news.
        if (after == before) {
            return;
        }
        jobs.put(after);
        if (after.refundable()) {
            toRefund.add(after);
        }
    }

    /** Whether no line was ever written. */
    synchronized boolean isEmpty() {
        return entries.size() == 0;
    }

    /** What a job was charged for, in US dollars; empty if its line was thrown away. */
    public synchronized Optional<BigDecimal> price(String prediction) {
        return jobs.find(prediction).map(job -> job.charge().price());
    }

    /** Whether a job's money has come back by now. */
    public synchronized boolean isRefunded(String prediction) {
        Instant now = settle();
        return jobs.find(prediction).filter(job -> job.refundedAt(now)).isPresent();
    }

    /** In US dollars, exactly. */
    public synchronized BigDecimal balance() {
        settle();
        return balance;
    }

    public synchronized Statement statement() {
        settle();
        return new Statement(opening, List.copyOf(costs.values()), tests.costs());
    }

    public synchronized BillingPage search(BillingQuery query) {
        Instant now = settle();
        List<LedgerEntry> found = query.predictions().isEmpty()
                ? entries.between(query.kind(), query.model(), query.from(), query.before())
                : ofPredictions(query, now);
        long begin = (query.page() - 1L) * query.pageSize();
        long end = Math.min(found.size(), begin + query.pageSize());
        List<Billing> items = new ArrayList<>();
        for (long i = begin; i < end; i++) {
            items.add(billing(found.get((int) (query.newestFirst() ? found.size() - 1 - i : i)), now));
        }
        return new BillingPage(found.size(), end < found.size(), items);
    }

    /**
     * What the jobs submitted in a range of time have cost by now.
     *
     * @param model a slug; empty for all
     */
    public Usage usage(Instant from, Instant before, Optional<String> model) {
        Instant now;
        List<BilledJob> billed;
        synchronized (this) {
            now = settle();
            billed = entries.between(Optional.of(LedgerEntry.Kind.CHARGE), model, from, before).stream()
                    .map(jobs::of)
                    .toList();
        }
        // Adding up a hundred thousand jobs takes some ten milliseconds, for which no submit has to wait.
        return Usage.of(billed, now);
    }

    /** A model that was charged for. */
    public Model model(String slug) {
        return models.get(slug);
    }

    // Books, in the order of their ends, the refunds that have fallen due. Lines must not go back in time, so neither
    // may the time that they are given: a clock that is frozen just now may seem to.
    private Instant settle() {
        return settle(clock.instant());
    }

    private Instant settle(Instant now) {
        latest = entries.size() == 0 || now.isAfter(latest) ? now : latest;
        while (!toRefund.isEmpty() && toRefund.peek().refundedAt(latest)) {
            LedgerEntry refund = toRefund.remove().refund();
            balance = balance.add(refund.price());
            book(refund);
        }
        return latest;
    }

    private void book(LedgerEntry entry) {
        if (entries.size() == MOST) {
            entries.dropOldest(MOST / 10).forEach(this::forget);
        }
        entries.add(entry);
        costs.put(
                entry.model(),
                costs.getOrDefault(entry.model(), Statement.ModelCosts.none(entry.model()))
                        .plus(entry));
        tests.book(entry);
    }

    // A job whose clip is still being read, or whose end is still to come, may have its money to come.
    private void forget(LedgerEntry dropped) {
        if (jobs.forget(dropped.prediction())) {
            tests.forget(dropped.prediction());
        }
    }

    private List<LedgerEntry> ofPredictions(BillingQuery query, Instant now) {
        List<LedgerEntry> found = new ArrayList<>();
        for (String id : query.predictions()) {
            jobs.find(id).ifPresent(job -> {
                found.add(job.charge());
                if (job.refundedAt(now)) {
                    found.add(job.refund());
                }
            });
        }
        found.removeIf(entry -> !query.wants(entry));
        found.sort(Comparator.comparing(LedgerEntry::at).thenComparing(LedgerEntry::prediction));
        return found;
    }

    private Billing billing(LedgerEntry entry, Instant now) {
        Draw ofJob = draw.child(entry.prediction());
        Billing.Status status = entry.kind() == LedgerEntry.Kind.REFUND
                ? Billing.Status.FAILED
                : jobs.of(entry).at(now);
        return new Billing(
                entry,
                ofJob.child(entry.kind().name()).hex32(),
                ofJob.child("order").hex32(),
                status);
    }
}
