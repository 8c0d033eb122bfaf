package dev.understudy.fault;

import dev.understudy.time.Draw;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * What is to go wrong in one sandbox. Of a script, the request's header, a cue in its input and the profile, in this
 * order, the first that has something for a place is the one. Any number of threads may ask; a rule for the next two
 * strikes two, whoever asks.
 */
public final class Playbook {

    /** Rules of scripts that a sandbox keeps. */
    public static final int MOST = 1_000;

    private final Draw draw;
    private volatile Instant began;
    private final AtomicReference<Plays> plays;

    /** @param began when the sandbox did, on its clock */
    public Playbook(Draw draw, Instant began, Profile profile) {
        this.draw = draw;
        this.began = began;
        this.plays = new AtomicReference<>(Plays.of(profile));
    }

    /** One like this, that goes its own way from here on. */
    public Playbook copy() {
        Playbook copy = new Playbook(draw, began, plays.get().profile());
        copy.plays.set(plays.get());
        return copy;
    }

    /** Has the sandbox begin at another time; windows of time count from it. */
    public void beginAt(Instant time) {
        began = time;
    }

    /**
     * What strikes at a place, if anything. It is counted as having struck.
     *
     * @param asked what the header and the input of the request ask for, in the order of their weight
     */
    public Optional<Struck> at(Place place, Occasion occasion, List<Struck> asked) {
        while (true) {
            Plays before = plays.get();
            Plays.Turn turn = before.turn(place, occasion, asked, began, draw);
            if (turn.after() == before || plays.compareAndSet(before, turn.after())) {
                return turn.struck();
            }
        }
    }

    /** Whether there is no rule at all, so that only a request can ask for something to go wrong. */
    public boolean isEmpty() {
        Plays all = plays.get();
        return all.script().isEmpty() && all.ofProfile().isEmpty();
    }

    /** Whether a model is on offer: no rule has it gone for good, or for a time that is now. Counts nothing. */
    public boolean offers(String slug, Instant now) {
        return plays.get().offers(slug, now);
    }

    /**
     * Adds rules behind those there are.
     *
     * @return their accounts
     * @throws RuleException if there would be too many
     */
    public List<Account> add(List<Rule> rules, Instant now) {
        Plays after = plays.updateAndGet(before -> before.with(rules));
        List<Account> accounts = after.accounts(now);
        return accounts.subList(accounts.size() - rules.size(), accounts.size());
    }

    /** The accounts of all rules of scripts, in the order in which they are asked. */
    public List<Account> accounts(Instant now) {
        return plays.get().accounts(now);
    }

    /** The accounts of the profile's rules. */
    public List<Account> profileAccounts(Instant now) {
        return plays.get().profileAccounts(now);
    }

    /** Removes a rule of a script; false if there is none of that id. */
    public boolean remove(String id) {
        Plays before = plays.getAndUpdate(all -> all.without(id));
        return before.has(id);
    }

    /** Removes all rules of scripts. The profile stays. */
    public void clear() {
        plays.updateAndGet(Plays::withoutScript);
    }

    public Profile profile() {
        return plays.get().profile();
    }

    /** Replaces the profile; its accounts begin anew. */
    public void profile(Profile profile) {
        plays.updateAndGet(all -> all.with(profile));
    }
}
