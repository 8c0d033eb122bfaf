package dev.understudy.dialect;

import dev.understudy.sandbox.MediaFile;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** An answer. */
public sealed interface Reply {

    /** An answer that can be sent. */
    sealed interface Ready extends Reply {
        int status();
    }

    /** An answer that is made here. */
    record Content(int status, String contentType, byte[] body) implements Ready {}

    /** A file, sent whole or in the ranges that were asked for. */
    record File(MediaFile file) implements Ready {
        @Override
        public int status() {
            return 200;
        }
    }

    /**
     * An answer that takes a while to make, such as one with a video in it. It is made on a thread that may block.
     *
     * @param making may throw {@code Refused}
     */
    record Costly(Supplier<Reply> making) implements Reply {}

    /**
     * An answer that is not there yet. No thread waits for it.
     *
     * @param coming completed by whoever has the answer, on any thread; cancelled if the caller hangs up before
     */
    record Later(CompletableFuture<Reply> coming) implements Reply {}

    /** An answer that goes on for as long as the caller listens. It is not journaled. */
    record Events(Feed feed) implements Reply {}

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
