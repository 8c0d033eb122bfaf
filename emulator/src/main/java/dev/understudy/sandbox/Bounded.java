package dev.understudy.sandbox;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that refuses to yield more than so many bytes. */
final class Bounded extends FilterInputStream {

    private final long most;
    private long left;

    Bounded(InputStream in, long most) {
        super(in);
        this.most = most;
        this.left = most;
    }

    @Override
    public int read() throws IOException {
        int next = super.read();
        count(next < 0 ? 0 : 1);
        return next;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        int number = super.read(into, from, length);
        count(Math.max(0, number));
        return number;
    }

    private void count(int bytes) {
        left -= bytes;
        if (left < 0) {
            throw new Refused(Refused.Reason.TOO_LARGE, "the file is larger than the %s bytes allowed".formatted(most));
        }
    }
}
