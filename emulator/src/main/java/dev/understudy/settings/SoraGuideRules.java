package dev.understudy.settings;

/** Whose rules for the part of a clip that makes a character: the guide's, or those of the proxies that it describes. */
public enum SoraGuideRules {
    /** Needed with a URL only; longer parts than advised are noted. */
    GUIDE,
    /** Always needed, and from 1 to 3 s long, as a proxy's own page has it. */
    PROXY
}
