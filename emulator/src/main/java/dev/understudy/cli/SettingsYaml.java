package dev.understudy.cli;

import dev.understudy.settings.Setting;
import dev.understudy.settings.Settings;
import java.util.regex.Pattern;

/** Settings as the file that gives them, with a comment for each. */
final class SettingsYaml {

    private static final Pattern PLAIN =
            Pattern.compile("(?i)(?!(null|true|false|yes|no|on|off)$)[A-Za-z0-9][A-Za-z0-9._-]*");

    private SettingsYaml() {}

    static String of(Settings settings) {
        StringBuilder text = new StringBuilder("""
                # Settings of Understudy. It reads understudy.yaml in the directory where it starts, or the file that
                # --config or UNDERSTUDY_CONFIG names; flags and variables win over it. Leave out what you do not need.
                """);
        for (Setting setting : Setting.values()) {
            text.append("\n# %s\n# %s\n".formatted(setting.about(), setting.form()));
            text.append("%s: %s\n".formatted(setting.flag(), scalar(setting.secret() ? "" : settings.text(setting))));
        }
        return text.toString();
    }

    private static String scalar(String value) {
        return PLAIN.matcher(value).matches() ? value : "'" + value.replace("'", "''") + "'";
    }
}
