package dev.understudy;

import dev.understudy.fault.Account;
import dev.understudy.journal.Entry;
import dev.understudy.journal.hygiene.Grade;
import dev.understudy.journal.hygiene.HygieneReport;
import dev.understudy.sandbox.Sandbox;
import dev.understudy.sandbox.Statement;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What has happened on a server, over all API keys.
 *
 * @param seed starting with it again repeats the run
 * @param calls how many the journals still hold
 * @param dropped how many entries, calls and others, the journals hold no more
 * @param costs what the jobs would have cost on the real service, a line for each model that had any, by name
 * @param strikes the faults that struck
 * @param grade the clients' manners: the worst that any key got
 * @param habits what they did that they should not
 * @param unspent rules of scripts that struck never, or less often than they were to, with what became of them
 */
public record RunReport(
        long seed,
        long calls,
        long dropped,
        List<Cost> costs,
        List<Strikes> strikes,
        Grade grade,
        List<Habit> habits,
        List<String> unspent) {

    public RunReport {
        costs = List.copyOf(costs);
        strikes = List.copyOf(strikes);
        habits = List.copyOf(habits);
        unspent = List.copyOf(unspent);
    }

    /**
     * The costs of one model.
     *
     * @param jobs how many were accepted
     * @param net in US dollars: what they cost but for those that failed, which are refunded
     */
    public record Cost(String model, long jobs, BigDecimal net) {

        private Cost plus(Statement.ModelCosts more) {
            return new Cost(model, jobs + more.jobs(), net.add(more.net()));
        }
    }

    static RunReport of(long seed, Collection<Sandbox> sandboxes) {
        List<HygieneReport> hygiene = sandboxes.stream().map(Sandbox::hygiene).toList();
        return new RunReport(
                seed,
                sandboxes.stream().mapToLong(RunReport::calls).sum(),
                sandboxes.stream().mapToLong(RunReport::dropped).sum(),
                costs(sandboxes),
                Strikes.of(sandboxes),
                hygiene.stream()
                        .map(HygieneReport::grade)
                        .max(Comparator.naturalOrder())
                        .orElse(Grade.A),
                Habit.of(hygiene),
                unspent(sandboxes).toList());
    }

    public long jobs() {
        return costs.stream().mapToLong(Cost::jobs).sum();
    }

    /** In US dollars. */
    public BigDecimal net() {
        return costs.stream().map(Cost::net).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static long calls(Sandbox sandbox) {
        return sandbox.journal().since(0).stream()
                .filter(Entry.Call.class::isInstance)
                .count();
    }

    private static long dropped(Sandbox sandbox) {
        return sandbox.journal().page(0, 1, entry -> true).dropped();
    }

    private static Stream<String> unspent(Collection<Sandbox> sandboxes) {
        return sandboxes.stream()
                .flatMap(sandbox -> sandbox.playbook().accounts(sandbox.clock().instant()).stream())
                .filter(Account::unspent)
                .map(Account::toString);
    }

    private static List<Cost> costs(Collection<Sandbox> sandboxes) {
        Map<String, Cost> byModel = new TreeMap<>();
        for (Sandbox sandbox : sandboxes) {
            for (Statement.ModelCosts more : sandbox.ledger().statement().models()) {
                Cost none = new Cost(more.model(), 0, BigDecimal.ZERO);
                byModel.put(
                        more.model(), byModel.getOrDefault(more.model(), none).plus(more));
            }
        }
        return List.copyOf(byModel.values());
    }
}
