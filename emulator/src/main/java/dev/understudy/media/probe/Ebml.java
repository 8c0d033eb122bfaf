package dev.understudy.media.probe;

import java.io.IOException;

/** Reads EBML elements and their values (RFC 8794). */
final class Ebml {

    /** What to do with one child. */
    @FunctionalInterface
    interface Visitor {
        void visit(Element child) throws BadClipException, IOException;
    }

    static final long SEGMENT = 0x18538067;
    static final long CLUSTER = 0x1F43B675;

    private final Window bytes;

    Ebml(Source source) {
        this.bytes = source.window();
    }

    Window bytes() {
        return bytes;
    }

    /**
     * The element at a position, made sure to end inside its parent. Only segments and clusters may be of unknown size
     * (RFC 9559, 5.1), so every other element can be read as a value of so many bytes.
     */
    Element at(long at, long parentEnd) throws BadClipException, IOException {
        int idBytes = vintBytes(at);
        if (idBytes > 4) {
            throw BadClipException.malformed("no EBML element begins with %02X, at byte %,d", bytes.u8(at), at);
        }
        long id = number(at, idBytes);
        long payload = at + idBytes + vintBytes(at + idBytes);
        Element element = new Element(id, at, payload, vint(at + idBytes));
        if (!element.sized() && id != SEGMENT && id != CLUSTER) {
            throw BadClipException.malformed("element %X is not allowed to have an unknown size", id);
        }
        if (element.sized() && element.size() > parentEnd - payload) {
            throw overrun(element, parentEnd);
        }
        return element;
    }

    private BadClipException overrun(Element element, long parentEnd) {
        return parentEnd == bytes.length()
                ? BadClipException.truncated(
                        "element %X claims %,d bytes after byte %,d in a file of %,d: the file looks cut off",
                        element.id(), element.size(), element.payload(), bytes.length())
                : BadClipException.malformed(
                        "element %X claims %,d bytes, more than its parent has left", element.id(), element.size());
    }

    /** Visits what is inside an element of known size. */
    void children(Element parent, Visitor visitor) throws BadClipException, IOException {
        long end = parent.payload() + parent.size();
        for (long at = parent.payload(); at < end; ) {
            Element child = at(at, end);
            visitor.visit(child);
            at = child.end(end);
        }
    }

    /** How many bytes the variable-size number at a position takes, by its leading zeros: 1 to 8. */
    int vintBytes(long at) throws BadClipException, IOException {
        int first = bytes.u8(at);
        if (first == 0) {
            throw BadClipException.malformed("no EBML number begins with 00, at byte %,d", at);
        }
        return Integer.numberOfLeadingZeros(first) - 23;
    }

    /** The variable-size number at a position without its marker; {@link Element#UNKNOWN} if all its bits are set. */
    long vint(long at) throws BadClipException, IOException {
        int count = vintBytes(at);
        long mask = (1L << 7 * count) - 1;
        long value = number(at, count) & mask;
        return value == mask ? Element.UNKNOWN : value;
    }

    /** An unsigned integer of 0 to 8 bytes; none of those read here needs the 64th bit. */
    long unsigned(Element element) throws BadClipException, IOException {
        long value = number(element.payload(), valueBytes(element));
        if (value < 0) {
            throw BadClipException.malformed(
                    "element %X holds %s, which is out of range", element.id(), Long.toUnsignedString(value));
        }
        return value;
    }

    double floating(Element element) throws BadClipException, IOException {
        return switch (valueBytes(element)) {
            case 4 -> Float.intBitsToFloat(bytes.i32(element.payload()));
            case 8 -> Double.longBitsToDouble(bytes.i64(element.payload()));
            default -> 0;
        };
    }

    String text(Element element) throws BadClipException, IOException {
        return bytes.ascii(element.payload(), (int) Math.min(element.size(), 64))
                .replaceAll("\\?+$", "");
    }

    private static int valueBytes(Element element) throws BadClipException {
        if (element.size() < 0 || element.size() > 8) {
            throw BadClipException.malformed("element %X is a number of %,d bytes", element.id(), element.size());
        }
        return (int) element.size();
    }

    private long number(long at, int count) throws BadClipException, IOException {
        long value = 0;
        for (int i = 0; i < count; i++) {
            value = value << 8 | bytes.u8(at + i);
        }
        return value;
    }
}
