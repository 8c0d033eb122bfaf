package dev.understudy.media.probe;

/**
 * One EBML element (RFC 8794).
 *
 * @param id with its length marker, as ids are written in the specifications
 * @param start position of its first byte
 * @param payload position of the first byte after its header
 * @param size of the payload, or {@link #UNKNOWN} for a container written before its end was known
 */
record Element(long id, long start, long payload, long size) {

    static final long UNKNOWN = -1;

    boolean sized() {
        return size != UNKNOWN;
    }

    /** Position after its last byte; an element of unknown size runs to its parent's end at most. */
    long end(long parentEnd) {
        return sized() ? payload + size : parentEnd;
    }
}
