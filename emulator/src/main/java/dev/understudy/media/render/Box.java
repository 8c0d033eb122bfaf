package dev.understudy.media.render;

import java.nio.charset.StandardCharsets;

/** ISO base media file format boxes (ISO/IEC 14496-12 clause 4.2). */
final class Box {
    static final int HEADER_BYTES = 8;

    private Box() {}

    static byte[] of(String type, byte[]... parts) {
        byte[] content = Bytes.concat(parts);
        return Bytes.concat(header(type, content.length), content);
    }

    static byte[] full(String type, int flags, byte[]... parts) {
        return of(type, Bytes.u32(flags), Bytes.concat(parts));
    }

    static byte[] header(String type, int contentBytes) {
        return Bytes.concat(Bytes.u32(HEADER_BYTES + contentBytes), fourCharacters(type));
    }

    static byte[] fourCharacters(String type) {
        return type.getBytes(StandardCharsets.ISO_8859_1);
    }
}
