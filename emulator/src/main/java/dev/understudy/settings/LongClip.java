package dev.understudy.settings;

/** What a clip over four seconds does; the provider's older pages say trimmed, its newer ones "2–4 seconds". */
public enum LongClip {
    REJECT,
    TRIM
}
