package dev.understudy.contract.evidence;

/** A file of evidence is not what it should be, or cannot be read or written. */
public final class EvidenceException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public EvidenceException(String message) {
        super(message);
    }

    public EvidenceException(String message, Throwable cause) {
        super(message, cause);
    }
}
