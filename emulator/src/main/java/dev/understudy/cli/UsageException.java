package dev.understudy.cli;

/** A call that means nothing; the message says which word, and what would be right. */
final class UsageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UsageException(String message) {
        super(message);
    }
}
