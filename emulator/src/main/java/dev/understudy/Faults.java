package dev.understudy;

import dev.understudy.fault.Account;
import dev.understudy.fault.Fault;
import dev.understudy.fault.FaultText;
import dev.understudy.fault.Filter;
import dev.understudy.fault.Playbook;
import dev.understudy.fault.Profile;
import dev.understudy.fault.Rule;
import dev.understudy.fault.When;
import dev.understudy.sandbox.Sandbox;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is to go wrong in one sandbox. Say first what a rule is about, then when it strikes:
 *
 * <pre>{@code
 * faults.on("submit").next(2, new Fault.ServerError(503));
 * faults.model("openai/sora-2/*").next(1, "fails; kind=internal");
 * }</pre>
 *
 * <p>Rules are asked in the order in which they were added; the first that strikes is the one, and those after it count
 * nothing. Each method that adds one returns its id.
 */
public final class Faults {

    private final Sandbox sandbox;
    private final Filter filter;
    private final int after;

    Faults(Sandbox sandbox) {
        this(sandbox, Filter.ANY, 0);
    }

    private Faults(Sandbox sandbox, Filter filter, int after) {
        this.sandbox = sandbox;
        this.filter = filter;
        this.after = after;
    }

    /** Only these operations, such as {@code submit}, {@code poll}, {@code list}, or whole names. */
    public Faults on(String... operations) {
        return new Faults(sandbox, filter.on(List.of(operations)), after);
    }

    /** Only this model: a slug, or its beginning and a {@code *}. */
    public Faults model(String slug) {
        return new Faults(sandbox, filter.model(slug), after);
    }

    /** Only jobs that make a character of this name, and calls about them. */
    public Faults named(String character) {
        return new Faults(sandbox, filter.named(character), after);
    }

    /** Only calls about this job. */
    public Faults prediction(String id) {
        return new Faults(sandbox, filter.prediction(id), after);
    }

    /** Lets the first few go. */
    public Faults after(int calls) {
        return new Faults(sandbox, filter, calls);
    }

    /** Strikes the next so many. */
    public String next(int times, Fault fault) {
        return add(fault, new When.Next(times));
    }

    /** The same, with a fault as it stands in a header, such as {@code rate-limited; retry-after=PT5S}. */
    public String next(int times, String fault) {
        return next(times, read(fault));
    }

    /** Strikes the nth, and each nth after it. */
    public String every(int nth, Fault fault) {
        return add(fault, new When.Every(nth));
    }

    public String every(int nth, String fault) {
        return every(nth, read(fault));
    }

    /** Strikes all from one time of the sandbox's clock on and before another. */
    public String between(Instant from, Instant to, Fault fault) {
        return add(fault, new When.Between(Optional.of(from), Optional.of(to)));
    }

    public String between(Instant from, Instant to, String fault) {
        return between(from, to, read(fault));
    }

    /** Strikes each with this probability, drawn from the seed. */
    public String withProbability(double probability, Fault fault) {
        return add(fault, new When.WithProbability(probability));
    }

    public String withProbability(double probability, String fault) {
        return withProbability(probability, read(fault));
    }

    /** Strikes each one. */
    public String always(Fault fault) {
        return add(fault, new When.Always());
    }

    public String always(String fault) {
        return always(read(fault));
    }

    /** What has become of each rule so far. */
    public List<Account> accounts() {
        return playbook().accounts(sandbox.clock().instant());
    }

    /** Rules that never struck, or less often than they were to: a test that relied on them proved nothing. */
    public List<Account> unspent() {
        return accounts().stream().filter(Account::unspent).toList();
    }

    /** Removes a rule; false if there is none of that id. */
    public boolean remove(String id) {
        return playbook().remove(id);
    }

    /** Removes all rules. The profile stays. */
    public void clear() {
        playbook().clear();
    }

    public Profile profile() {
        return playbook().profile();
    }

    /**
     * Has this key's jobs go as a profile says.
     *
     * @param name of one that comes with the emulator, or the path of a file
     * @throws IllegalArgumentException if there is none, or it cannot be used
     */
    public void profile(String name) {
        Profile chosen = sandbox.profiles().stream()
                .filter(profile -> profile.name().equals(name))
                .findFirst()
                .orElseGet(() -> Profile.named(name));
        playbook().profile(chosen);
    }

    private Playbook playbook() {
        return sandbox.playbook();
    }

    private String add(Fault fault, When when) {
        Rule rule = new Rule(fault, when, filter, after, Optional.empty());
        return playbook().add(List.of(rule), sandbox.clock().instant()).get(0).id();
    }

    private static Fault read(String fault) {
        return FaultText.read("fault", fault);
    }
}
