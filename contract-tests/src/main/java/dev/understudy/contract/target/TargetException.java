package dev.understudy.contract.target;

/** The target could not be looked at: it is not known, does not start or does not answer. Says nothing about any case. */
public class TargetException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public TargetException(String message) {
        super(message);
    }

    public TargetException(String message, Throwable cause) {
        super(message, cause);
    }
}
