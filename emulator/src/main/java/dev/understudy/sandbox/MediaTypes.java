package dev.understudy.sandbox;

import java.util.Locale;
import java.util.Map;

/** Content types that files are served with. */
public final class MediaTypes {

    private static final String OTHER = "application/octet-stream";
    private static final Map<String, String> BY_ENDING = Map.ofEntries(
            Map.entry("mp4", "video/mp4"),
            Map.entry("m4v", "video/mp4"),
            Map.entry("mov", "video/quicktime"),
            Map.entry("webm", "video/webm"),
            Map.entry("mkv", "video/x-matroska"),
            Map.entry("avi", "video/x-msvideo"),
            Map.entry("png", "image/png"),
            Map.entry("jpg", "image/jpeg"),
            Map.entry("jpeg", "image/jpeg"),
            Map.entry("webp", "image/webp"),
            Map.entry("gif", "image/gif"),
            Map.entry("mp3", "audio/mpeg"),
            Map.entry("wav", "audio/x-wav"),
            Map.entry("m4a", "audio/mp4"));

    private MediaTypes() {}

    /** The type that a file name suggests. */
    public static String of(String fileName) {
        String ending = fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return BY_ENDING.getOrDefault(ending, OTHER);
    }

    /**
     * The type a caller named, if it is one that a browser will not run as part of this server's pages; anything else
     * is served as plain bytes.
     */
    public static String served(String named) {
        String type = named.split(";", 2)[0].trim().toLowerCase(Locale.ROOT);
        return BY_ENDING.containsValue(type) ? type : OTHER;
    }
}
