package dev.understudy.media.probe;

import java.util.Locale;

/** The file is no usable clip. The message is one sentence that names what was found. */
public final class BadClipException extends Exception {

    private static final long serialVersionUID = 1L;

    /** The kinds of refusal. */
    public enum Reason {
        /** No bytes at all. */
        EMPTY,
        /** Some other kind of file: an image, a page, a sound, text. */
        NOT_A_VIDEO,
        /** A video that ends before it says it does. */
        TRUNCATED,
        /** A video whose structure contradicts itself or exceeds the bounds of this prober. */
        MALFORMED,
        /** A readable container without pictures. */
        NO_VIDEO_TRACK,
        /** A video in a container other than MP4, MOV and WebM. */
        UNSUPPORTED_CONTAINER
    }

    private final Reason reason;

    private BadClipException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    /** Why the file was refused. */
    public Reason reason() {
        return reason;
    }

    static BadClipException of(Reason reason, String format, Object... facts) {
        return new BadClipException(reason, String.format(Locale.ROOT, format, facts));
    }

    static BadClipException malformed(String format, Object... facts) {
        return of(Reason.MALFORMED, format, facts);
    }

    static BadClipException truncated(String format, Object... facts) {
        return of(Reason.TRUNCATED, format, facts);
    }
}
