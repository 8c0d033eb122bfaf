package dev.understudy.media.probe;

import java.io.IOException;
import java.util.Optional;

/** Finds boxes. Containers are searched level by level along known paths, so nesting in the file costs nothing. */
final class Boxes {

    /** An hour in one-second fragments has about 50,000; a clip has about 40. */
    static final int MAX_BOXES = 200_000;

    private static final int HEADER = 8;
    private static final int LARGE_HEADER = 16;

    private final Source source;
    private final Window bytes;
    private int seen;

    Boxes(Source source) {
        this.source = source;
        this.bytes = source.window();
    }

    Window bytes() {
        return bytes;
    }

    /** For tables that are walked side by side. */
    Window newWindow() {
        return source.window();
    }

    /** The box at a position of the top level, or nothing behind the last one. */
    Optional<Box> topLevel(long at) throws BadClipException, IOException {
        if (bytes.length() - at < HEADER) {
            return Optional.empty();
        }
        Box box = header(at, bytes.length());
        if (box.end() > bytes.length()) {
            throw BadClipException.truncated(
                    "box '%s' claims %,d bytes in a file of %,d: the file looks cut off",
                    box.type(), box.end() - box.start(), bytes.length());
        }
        return Optional.of(box);
    }

    /**
     * The box at a position inside another, or nothing behind the last one. QuickTime ends some containers with four
     * zero bytes, so a rest too short for a header is no error.
     */
    Optional<Box> child(Box parent, long at) throws BadClipException, IOException {
        if (parent.end() - at < HEADER) {
            return Optional.empty();
        }
        Box box = header(at, parent.end());
        if (box.end() > parent.end()) {
            throw BadClipException.malformed(
                    "box '%s' claims %,d bytes, more than its parent '%s' has left",
                    box.type(), box.end() - box.start(), parent.type());
        }
        return Optional.of(box);
    }

    /** The first box of this type directly inside another. */
    Optional<Box> find(Box parent, String type) throws BadClipException, IOException {
        Optional<Box> box = child(parent, parent.payload());
        while (box.isPresent() && !box.get().type().equals(type)) {
            box = child(parent, box.get().end());
        }
        return box;
    }

    Box require(Box parent, String type) throws BadClipException, IOException {
        return find(parent, type)
                .orElseThrow(() -> BadClipException.malformed("box '%s' has no '%s' in it", parent.type(), type));
    }

    /** Size 1 announces a 64-bit size behind the type; size 0 means "to the end" and is used for the last box of a file. */
    private Box header(long at, long limit) throws BadClipException, IOException {
        if (++seen > MAX_BOXES) {
            throw BadClipException.malformed("the file has more than %,d boxes", MAX_BOXES);
        }
        long size = bytes.u32(at);
        String type = bytes.ascii(at + 4, 4);
        if (size == 0) {
            return new Box(type, at, at + HEADER, limit);
        }
        int header = size == 1 ? LARGE_HEADER : HEADER;
        if (size == 1) {
            size = bytes.i64(at + HEADER);
        }
        if (size < header || size > Long.MAX_VALUE - at) {
            throw BadClipException.malformed("box '%s' claims %s bytes", type, Long.toUnsignedString(size));
        }
        return new Box(type, at, at + header, at + size);
    }
}
