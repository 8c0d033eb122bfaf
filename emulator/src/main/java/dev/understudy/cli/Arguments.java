package dev.understudy.cli;

import dev.understudy.fault.Profile;
import dev.understudy.settings.Setting;
import dev.understudy.settings.SettingException;
import dev.understudy.settings.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a command was called with.
 *
 * @param options values by the first name of each option; of one that is given twice the last counts
 * @param words the operands
 */
record Arguments(Map<String, String> options, List<String> words) {

    /** Read where no other file is named. */
    static final String USUAL_FILE = "understudy.yaml";

    static final String FILE_VARIABLE = "UNDERSTUDY_CONFIG";

    boolean has(Option option) {
        return options.containsKey(option.name());
    }

    Optional<String> value(Option option) {
        return Optional.ofNullable(options.get(option.name()));
    }

    /** @throws SettingException if one of them cannot be used */
    Settings settings() {
        Map<Setting, String> flags = new EnumMap<>(Setting.class);
        for (Setting setting : Setting.values()) {
            value(Option.of(setting)).ifPresent(value -> flags.put(setting, value));
        }
        return Settings.of(flags, System::getenv, file());
    }

    /**
     * Settings for a server, whose profile is there as well.
     *
     * @throws SettingException if one of them cannot be used
     */
    Settings ofServer() {
        Settings settings = settings();
        try {
            Profile.named(settings.profile());
            return settings;
        } catch (IllegalArgumentException e) {
            throw new SettingException("--profile (UNDERSTUDY_PROFILE): " + e.getMessage());
        }
    }

    /** The file of settings that this call means. */
    Optional<Path> file() {
        return value(Option.CONFIG)
                .or(() -> Optional.ofNullable(System.getenv(FILE_VARIABLE)))
                .filter(name -> !name.isBlank())
                .map(Path::of)
                .or(() -> Optional.of(Path.of(USUAL_FILE)).filter(Files::exists));
    }
}
