package dev.understudy.media.probe;

/**
 * One box of an ISO base media file (ISO/IEC 14496-12, 4.2).
 *
 * @param start position of its first byte, the size field
 * @param payload position of the first byte after its header
 * @param end position after its last byte
 */
record Box(String type, long start, long payload, long end) {

    /** Makes sure that fixed fields of this many payload bytes are there. */
    Box withPayload(long bytes) throws BadClipException {
        if (end - payload < bytes) {
            throw BadClipException.malformed("box '%s' has %,d bytes of the %,d it needs", type, end - payload, bytes);
        }
        return this;
    }

    /** Makes sure that a table which begins this many bytes into the payload has room for its declared entries. */
    long entries(long declared, int offset, int entryBytes) throws BadClipException {
        long room = Math.max(0, end - payload - offset) / entryBytes;
        if (declared > room) {
            throw BadClipException.malformed(
                    "box '%s' declares %,d entries and has room for %,d", type, declared, room);
        }
        return declared;
    }
}
