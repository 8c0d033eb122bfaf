package dev.understudy.media.render;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Tags in the form that iTunes made common: udta, meta, ilst. */
final class MetadataBox {
    private static final int LONGEST_VALUE = 4096;
    private static final int UTF_8_TEXT = 1;
    private static final String FREE_FORM_DOMAIN = "com.apple.iTunes";

    private static final Map<String, String> ITEMS = Map.of(
            "title", "\u00A9nam",
            "comment", "\u00A9cmt",
            "encoder", "\u00A9too",
            "artist", "\u00A9ART",
            "date", "\u00A9day",
            "description", "desc",
            "copyright", "cprt");

    private MetadataBox() {}

    static byte[] of(Map<String, String> tags) {
        byte[][] items = tags.entrySet().stream()
                .map(tag -> item(tag.getKey(), text(tag.getValue())))
                .toArray(byte[][]::new);
        byte[] handler =
                Box.full("hdlr", 0, Bytes.u32(0), Box.fourCharacters("mdir"), Box.fourCharacters("appl"), new byte[9]);
        return Box.of("udta", Box.full("meta", 0, handler, Box.of("ilst", items)));
    }

    private static byte[] item(String name, byte[] value) {
        byte[] data = Box.of("data", Bytes.u32(UTF_8_TEXT, 0), value);
        String type = ITEMS.get(name);
        if (type != null) {
            return Box.of(type, data);
        }
        byte[] domain = Box.full("mean", 0, text(FREE_FORM_DOMAIN));
        return Box.of("----", domain, Box.full("name", 0, text(name)), data);
    }

    /** Players read up to the first NUL, so it must not stand in the middle of a text. */
    private static byte[] text(String value) {
        int end = Math.min(value.length(), LONGEST_VALUE);
        boolean splitsPair = end < value.length() && Character.isHighSurrogate(value.charAt(end - 1));
        String cut = value.substring(0, splitsPair ? end - 1 : end);
        return cut.replace('\0', '\uFFFD').getBytes(StandardCharsets.UTF_8);
    }
}
