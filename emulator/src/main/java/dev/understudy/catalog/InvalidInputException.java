package dev.understudy.catalog;

/** An input that a model does not take; the message says which parameter and what it takes. */
public final class InvalidInputException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public InvalidInputException(String message) {
        // No stack trace: this reports on somebody else's mistake, and a busy server reports many.
        super(message, null, false, false);
    }
}
