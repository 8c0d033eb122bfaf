package dev.understudy.contract.spend;

/** The guard itself cannot do its work: a budget that is no amount, or a ledger that cannot be trusted. */
public final class SpendException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SpendException(String message) {
        super(message);
    }

    SpendException(String message, Throwable cause) {
        super(message, cause);
    }
}
