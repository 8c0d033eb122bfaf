package dev.understudy.media.probe;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.SeekableByteChannel;

/**
 * Reads the facts of a clip from its container, without decoding a picture.
 *
 * <p>Made for hostile input: it keeps a few kilobytes, fetches at most {@value Source#MAX_FETCHED} bytes, never allocates by
 * a count the file declares, never recurses, and answers every input with a clip or a {@link BadClipException}.
 */
public final class ClipProbe {

    private ClipProbe() {}

    /**
     * Probes a file. The channel is left open, at an arbitrary position.
     *
     * @throws BadClipException if the file is no usable clip
     * @throws IOException if the channel fails
     */
    public static Clip probe(SeekableByteChannel source) throws BadClipException, IOException {
        try {
            return read(new Source(source));
        } catch (ArithmeticException | IndexOutOfBoundsException e) {
            throw BadClipException.malformed("the numbers in the file contradict each other (%s)", e.getMessage());
        }
    }

    /**
     * Probes a file held in memory.
     *
     * @throws BadClipException if the bytes are no usable clip
     */
    public static Clip probe(byte[] bytes) throws BadClipException {
        try {
            return probe(new ByteArrayChannel(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException("an array cannot fail to be read", e);
        }
    }

    private static Clip read(Source source) throws BadClipException, IOException {
        return switch (Signature.of(source)) {
            case ISO_MEDIA -> new Mp4Probe(source).probe();
            case EBML -> new WebmProbe(source).probe();
        };
    }
}
