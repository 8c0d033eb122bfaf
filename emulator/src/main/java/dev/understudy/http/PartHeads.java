package dev.understudy.http;

import dev.understudy.sandbox.Refused;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * Reads a multipart body and refuses one with a part whose head has no end. Undertow's parser keeps a part's head in
 * memory, however long it is (2.4.4).
 */
final class PartHeads extends FilterInputStream {

    private static final int MOST_BYTES = 16 * 1024;
    private static final byte[] END = {'\r', '\n', '\r', '\n'};

    private final byte[] delimiter;
    // A body begins with a head: what stands before the first delimiter is as good as none.
    private boolean inHead = true;
    private int matched;
    private int headBytes;

    PartHeads(InputStream body, String boundary) {
        super(body);
        this.delimiter = ("\r\n--" + boundary).getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read = super.read(target, offset, length);
        for (int at = 0; at < read; at++) {
            look(target[offset + at]);
        }
        return read;
    }

    private void look(byte next) {
        byte[] wanted = inHead ? END : delimiter;
        if (inHead && ++headBytes > MOST_BYTES) {
            throw new Refused(Refused.Reason.INVALID, "a part of the form has a head of more than 16384 bytes");
        }
        // Neither sequence has its first byte again where less than all of the rest would have to be looked at anew.
        matched = next == wanted[matched] ? matched + 1 : next == wanted[0] ? 1 : 0;
        if (matched == wanted.length) {
            inHead = !inHead;
            headBytes = 0;
            matched = 0;
        }
    }
}
