package dev.understudy.sandbox;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;

/**
 * What a sandbox's jobs have cost up to now, in US dollars, exactly. It counts every job since the sandbox began, also
 * those whose lines in the ledger have been dropped.
 *
 * @param opening what there was before the first job
 * @param models one row for each model that was charged for, by name
 * @param tests one row for each test that submissions were labelled with, by label; unlabelled ones are in no row
 */
public record Statement(BigDecimal opening, List<ModelCosts> models, List<TestCosts> tests) {

    public Statement {
        models = List.copyOf(models);
        tests = List.copyOf(tests);
    }

    /** Everything that was taken at submits. */
    public BigDecimal charged() {
        return sum(ModelCosts::charged);
    }

    /** What failed jobs have brought back. */
    public BigDecimal refunded() {
        return sum(ModelCosts::refunded);
    }

    /** What remains charged. */
    public BigDecimal net() {
        return charged().subtract(refunded());
    }

    public BigDecimal balance() {
        return opening.subtract(net());
    }

    private BigDecimal sum(Function<ModelCosts, BigDecimal> part) {
        return models.stream().map(part).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /**
     * The costs of one model.
     *
     * @param jobs how many were charged
     */
    public record ModelCosts(String model, long jobs, BigDecimal charged, BigDecimal refunded) {

        static ModelCosts none(String model) {
            return new ModelCosts(model, 0, BigDecimal.ZERO, BigDecimal.ZERO);
        }

        public BigDecimal net() {
            return charged.subtract(refunded);
        }

        ModelCosts plus(LedgerEntry entry) {
            return entry.kind() == LedgerEntry.Kind.CHARGE
                    ? new ModelCosts(model, jobs + 1, charged.add(entry.price()), refunded)
                    : new ModelCosts(model, jobs, charged, refunded.add(entry.price()));
        }
    }

    /**
     * The costs of one test.
     *
     * @param test as the header Understudy-Test named it
     * @param jobs how many were charged
     */
    public record TestCosts(String test, long jobs, BigDecimal charged, BigDecimal refunded) {

        static TestCosts none(String test) {
            return new TestCosts(test, 0, BigDecimal.ZERO, BigDecimal.ZERO);
        }

        public BigDecimal net() {
            return charged.subtract(refunded);
        }

        TestCosts plus(LedgerEntry entry) {
            return entry.kind() == LedgerEntry.Kind.CHARGE
                    ? new TestCosts(test, jobs + 1, charged.add(entry.price()), refunded)
                    : new TestCosts(test, jobs, charged, refunded.add(entry.price()));
        }
    }
}
