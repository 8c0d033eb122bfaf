package dev.understudy.media.source;

/** A clip that could not be had or read; the message is one sentence that names what was found. */
public final class UnreadableMediaException extends Exception {

    private static final long serialVersionUID = 1L;

    public UnreadableMediaException(String message) {
        super(message);
    }
}
