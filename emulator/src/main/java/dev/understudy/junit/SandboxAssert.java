package dev.understudy.junit;

import dev.understudy.SandboxHandle;
import dev.understudy.journal.hygiene.HygieneRule;
import java.util.function.Consumer;
import org.assertj.core.api.AbstractAssert;

/** The assertions of {@link UnderstudyAssertions}, to be chained. Not final, since AssertJ's soft assertions subclass it. */
public class SandboxAssert extends AbstractAssert<SandboxAssert, SandboxHandle> {

    SandboxAssert(SandboxHandle sandbox) {
        super(sandbox, SandboxAssert.class);
    }

    /** See {@link UnderstudyAssertions#assertSpendBelow}. */
    public SandboxAssert spentLessThan(String dollars) {
        return check(sandbox -> UnderstudyAssertions.assertSpendBelow(sandbox, dollars));
    }

    /** See {@link UnderstudyAssertions#assertSubmitted}. */
    public SandboxAssert hasSubmitted(int jobs) {
        return check(sandbox -> UnderstudyAssertions.assertSubmitted(sandbox, jobs));
    }

    /** See {@link UnderstudyAssertions#assertWebhooks}. */
    public SandboxAssert receivedWebhooks(String inbox, int deliveries) {
        return check(sandbox -> UnderstudyAssertions.assertWebhooks(sandbox, inbox, deliveries));
    }

    /** See {@link UnderstudyAssertions#assertStruck}. */
    public SandboxAssert wasStruckBy(String rule, int times) {
        return check(sandbox -> UnderstudyAssertions.assertStruck(sandbox, rule, times));
    }

    /** See {@link UnderstudyAssertions#assertPollingHygiene}. */
    public SandboxAssert hasPollingHygiene() {
        return check(UnderstudyAssertions::assertPollingHygiene);
    }

    /** See {@link UnderstudyAssertions#assertKept}. */
    public SandboxAssert kept(HygieneRule... rules) {
        return check(sandbox -> UnderstudyAssertions.assertKept(sandbox, rules));
    }

    private SandboxAssert check(Consumer<SandboxHandle> assertion) {
        isNotNull();
        try {
            assertion.accept(actual);
        } catch (AssertionError e) {
            // With the description that the test gave, in AssertJ's own way.
            throw failure("%s", e.getMessage());
        }
        return this;
    }
}
