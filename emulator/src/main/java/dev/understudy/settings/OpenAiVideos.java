package dev.understudy.settings;

/** Which of OpenAI's two descriptions of its Videos API says how long and how large a video may be. */
public enum OpenAiVideos {
    /** Its guide: 4, 8, 12, 16 and 20 seconds, and 1080p for {@code sora-2-pro}. */
    GUIDE,
    /** Its OpenAPI specification: 4, 8 and 12 seconds, up to 1792×1024. */
    SPECIFICATION
}
