package dev.understudy.dialect;

import java.io.IOException;

/**
 * One thing that can be asked of a dialect.
 *
 * @param name for the journal, such as {@code wavespeed.submit}
 * @param mayBlock whether it may wait for a disk or paint a picture; others run on the threads that serve all
 *     connections and must not
 */
public record Operation(String name, String method, PathPattern path, Body body, boolean mayBlock, Handler handler) {

    /** How an operation wants the request's body. */
    public enum Body {
        NONE,
        /** Whole, up to the limit for JSON bodies. */
        IN_MEMORY,
        /** As a stream, up to the limit for uploads. */
        STREAMED,
        /** As a multipart form, up to the limit for uploads. */
        FORM,
        /** As a form where it is one ({@link Request#isForm}), and whole otherwise; each up to its limit. */
        FORM_OR_IN_MEMORY
    }

    /** What an operation does. It throws {@code Refused} for anything that it does not carry out. */
    @FunctionalInterface
    public interface Handler {
        Reply handle(Call call) throws IOException;
    }

    /** The same, done by another handler. */
    public Operation with(Handler other) {
        return new Operation(name, method, path, body, mayBlock, other);
    }

    public static Operation get(String name, String path, Handler handler) {
        return new Operation(name, "GET", PathPattern.of(path), Body.NONE, false, handler);
    }

    public static Operation post(String name, String path, Handler handler) {
        return new Operation(name, "POST", PathPattern.of(path), Body.IN_MEMORY, false, handler);
    }

    public static Operation delete(String name, String path, Handler handler) {
        return new Operation(name, "DELETE", PathPattern.of(path), Body.NONE, false, handler);
    }

    public static Operation blocking(String name, String method, String path, Body body, Handler handler) {
        return new Operation(name, method, PathPattern.of(path), body, true, handler);
    }
}
