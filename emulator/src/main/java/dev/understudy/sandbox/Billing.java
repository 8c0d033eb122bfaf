package dev.understudy.sandbox;

/**
 * A line of a ledger as it is looked up.
 *
 * @param uuid 32 hexadecimal digits, drawn from the sandbox and the job
 * @param order what a job's charge and refund have in common; 32 hexadecimal digits
 * @param status how the job stood when it was looked up
 */
public record Billing(LedgerEntry entry, String uuid, String order, Status status) {

    /** How a job that was charged for stands. */
    public enum Status {
        QUEUED,
        PROCESSING,
        COMPLETED,
        FAILED
    }
}
