package dev.understudy.contract.spend;

/** A request was not sent, because of what it costs. Its message says why and ends without a full stop. */
public final class SpendRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SpendRefusedException(String message) {
        super(message);
    }
}
