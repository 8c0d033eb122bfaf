package dev.understudy.dialect;

import dev.understudy.sandbox.MediaFile;
import java.nio.charset.StandardCharsets;

/** An answer. */
public sealed interface Reply {

    int status();

    /** An answer that is made here. */
    record Content(int status, String contentType, byte[] body) implements Reply {}

    /** A file, sent whole or in the ranges that were asked for. */
    record File(MediaFile file) implements Reply {
        @Override
        public int status() {
            return 200;
        }
    }

    static Reply json(int status, byte[] body) {
        return new Content(status, "application/json", body);
    }

    static Reply text(int status, String text) {
        return new Content(status, "text/plain; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
    }

    static Reply empty(int status) {
        return new Content(status, "", new byte[0]);
    }
}
