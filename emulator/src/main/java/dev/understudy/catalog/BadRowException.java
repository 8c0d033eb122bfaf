package dev.understudy.catalog;

/** A model in a catalog file that cannot be used; the message says what is wrong, but not in which file or model. */
final class BadRowException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BadRowException(String format, Object... facts) {
        super(format.formatted(facts));
    }
}
