package dev.understudy.junit;

import dev.understudy.SandboxHandle;
import dev.understudy.fault.Account;
import dev.understudy.journal.hygiene.Finding;
import dev.understudy.journal.hygiene.HygieneRule;
import dev.understudy.sandbox.Statement;
import dev.understudy.webhook.Received;
import java.math.BigDecimal;
import java.util.List;

/**
 * What a test may want to be sure of after its code has run: about money, jobs, polls and webhooks. Every failure shows
 * the evidence.
 *
 * <p>{@link #assertThat} needs AssertJ; the other methods need nothing.
 */
public final class UnderstudyAssertions {

    private UnderstudyAssertions() {}

    /** All of these, in the manner of AssertJ. */
    public static SandboxAssert assertThat(SandboxHandle sandbox) {
        return new SandboxAssert(sandbox);
    }

    /**
     * Less than so much has been spent; what failed jobs brought back does not count.
     *
     * @param dollars such as {@code "0.02"}
     */
    public static void assertSpendBelow(SandboxHandle sandbox, String dollars) {
        Statement statement = sandbox.ledger();
        if (statement.net().compareTo(new BigDecimal(dollars)) >= 0) {
            throw new AssertionError("spent: expected less than %s USD, found %s USD%s"
                    .formatted(dollars, statement.net().toPlainString(), Evidence.ofCosts(statement)));
        }
    }

    /** So many jobs have been accepted; refused submits do not count. */
    public static void assertSubmitted(SandboxHandle sandbox, int jobs) {
        long accepted = sandbox.ledger().models().stream()
                .mapToLong(Statement.ModelCosts::jobs)
                .sum();
        if (accepted != jobs) {
            throw new AssertionError("accepted jobs: expected %s, found %s%s"
                    .formatted(jobs, accepted, Evidence.ofSubmits(sandbox.journal())));
        }
    }

    /**
     * So many deliveries came to an inbox of the sandbox, each of them with a good signature.
     *
     * @param inbox the name that {@link SandboxHandle#inboxPath} was given
     */
    public static void assertWebhooks(SandboxHandle sandbox, String inbox, int deliveries) {
        List<Received> received = sandbox.inbox(inbox);
        if (received.size() != deliveries || !received.stream().allMatch(Received::signatureValid)) {
            throw new AssertionError("webhooks in the inbox %s: expected %s with good signatures%s"
                    .formatted(inbox, deliveries, Evidence.ofDeliveries(received)));
        }
    }

    /**
     * A scripted fault has struck so often.
     *
     * @param rule the id that {@link dev.understudy.Faults} gave it
     */
    public static void assertStruck(SandboxHandle sandbox, String rule, int times) {
        List<Account> accounts = sandbox.faults().accounts();
        long struck = accounts.stream()
                .filter(account -> account.id().equals(rule))
                .mapToLong(Account::struck)
                .sum();
        if (struck != times) {
            throw new AssertionError("strikes of %s: expected %s, found %s%s"
                    .formatted(rule, times, struck, Evidence.lines(accounts, Account::toString)));
        }
    }

    /** Jobs were polled no faster than advised, not after their end, and after a failure with patience. */
    public static void assertPollingHygiene(SandboxHandle sandbox) {
        assertKept(
                sandbox,
                HygieneRule.POLL_GENTLY,
                HygieneRule.STOP_AT_THE_END,
                HygieneRule.HONOUR_RETRY_AFTER,
                HygieneRule.BACK_OFF);
    }

    /** These rules were kept; with none named, all. */
    public static void assertKept(SandboxHandle sandbox, HygieneRule... rules) {
        List<HygieneRule> wanted = List.of(rules.length == 0 ? HygieneRule.values() : rules);
        List<Finding> broken = sandbox.hygiene().findings().stream()
                .filter(finding -> wanted.contains(finding.rule()) && !finding.isKept())
                .toList();
        if (!broken.isEmpty()) {
            throw new AssertionError("bad manners" + Evidence.ofManners(broken));
        }
    }
}
