package dev.understudy.settings;

/** How long jobs take that time moves. */
public enum Pace {
    /** Well under a second, but with every state on the way. */
    FAST,
    /** As long as documented or reported: 10–30 s for a character, about 135 s for a video. */
    REALISTIC
}
