package dev.understudy.media.probe;

import java.io.IOException;
import java.util.Locale;
import java.util.Map;

/** Codec codes of the containers, and the names people know them by (the ones ffprobe prints). */
final class VideoCodecs {

    private static final Map<String, String> SAMPLE_ENTRIES = Map.ofEntries(
            Map.entry("avc1", "h264"),
            Map.entry("avc2", "h264"),
            Map.entry("avc3", "h264"),
            Map.entry("avc4", "h264"),
            Map.entry("hvc1", "hevc"),
            Map.entry("hev1", "hevc"),
            Map.entry("dvh1", "hevc"),
            Map.entry("dvhe", "hevc"),
            Map.entry("av01", "av1"),
            Map.entry("vp08", "vp8"),
            Map.entry("vp09", "vp9"),
            Map.entry("mp4v", "mpeg4"),
            Map.entry("s263", "h263"),
            Map.entry("jpeg", "mjpeg"),
            Map.entry("apch", "prores"),
            Map.entry("apcn", "prores"),
            Map.entry("apcs", "prores"),
            Map.entry("apco", "prores"),
            Map.entry("ap4h", "prores"),
            Map.entry("ap4x", "prores"));

    private VideoCodecs() {}

    static String ofSampleEntry(Boxes boxes, Box table) throws BadClipException, IOException {
        String code = sampleEntry(boxes, table).type();
        return SAMPLE_ENTRIES.getOrDefault(code, code.strip().toLowerCase(Locale.ROOT));
    }

    /** The first sample description, long enough for its picture size. */
    static Box sampleEntry(Boxes boxes, Box table) throws BadClipException, IOException {
        Box descriptions = boxes.require(table, "stsd").withPayload(8);
        return boxes.child(descriptions, descriptions.payload() + 8)
                .orElseThrow(() -> BadClipException.malformed("the video track does not name its codec"))
                .withPayload(28);
    }

    /** Matroska ids look like {@code V_VP9} or {@code V_MPEG4/ISO/AVC}. */
    static String ofMatroska(String id) {
        return switch (id) {
            case "V_MPEG4/ISO/AVC" -> "h264";
            case "V_MPEGH/ISO/HEVC" -> "hevc";
            default -> (id.startsWith("V_") ? id.substring(2) : id).toLowerCase(Locale.ROOT);
        };
    }
}
