package dev.understudy.media.probe;

/** The containers a clip may come in. Matroska under any doctype but {@code webm} is none of them. */
public enum Container {
    /** ISO base media file (3GPP brands included), whole or fragmented. */
    MP4,
    /** QuickTime: brand {@code qt}, or the old layout that has no {@code ftyp} box at all. */
    MOV,
    /** EBML with doctype {@code webm}. */
    WEBM
}
