package dev.understudy.settings;

import java.util.Optional;

/** A setting that cannot be used; the message names it, what was given and what it takes. */
public final class SettingException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Setting setting;

    public SettingException(String message) {
        this(null, message);
    }

    SettingException(Setting setting, String message) {
        super(message);
        this.setting = setting;
    }

    /** The setting whose value is wrong; empty if the trouble is another. */
    Optional<Setting> setting() {
        return Optional.ofNullable(setting);
    }

    SettingException in(String place) {
        return new SettingException(setting, place + ": " + getMessage());
    }
}
