package dev.understudy.settings;

/** A setting that cannot be used; the message names it, what was given and what it takes. */
public final class SettingException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public SettingException(String message) {
        super(message);
    }
}
