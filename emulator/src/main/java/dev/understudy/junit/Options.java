package dev.understudy.junit;

import dev.understudy.settings.Setting;
import dev.understudy.settings.SettingException;
import dev.understudy.settings.Settings;
import dev.understudy.time.ClockMode;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/** What tests want of their server, and of their own part of it. Immutable. */
record Options(Map<Setting, String> settings, boolean allowUnspentFaults, boolean ownServer) {

    // Environment variables do not count: a test means the same on every computer. The seed is fixed, so that a red
    // test stays red until somebody mends it. The clock stands still, so that no test can pass or fail by being slow.
    static final Options DEFAULT =
            new Options(Map.of(Setting.PORT, "0", Setting.SEED, "1", Setting.CLOCK, "frozen"), false, false);

    Options {
        settings = Map.copyOf(settings);
    }

    static Options of(UnderstudyTest annotation) {
        Options options = new Options(DEFAULT.settings, annotation.allowUnspentFaults(), annotation.ownServer());
        for (String line : annotation.value()) {
            int equals = line.indexOf('=');
            if (equals < 0) {
                throw new ExtensionConfigurationException(
                        "@UnderstudyTest: '" + line + "' is not a setting such as \"pace=realistic\"");
            }
            options = options.with(
                    setting(line.substring(0, equals).strip()),
                    line.substring(equals + 1).strip());
        }
        return options;
    }

    /** @throws SettingException if that is no value for it */
    Options with(Setting setting, String value) {
        Map<Setting, String> changed = new EnumMap<>(settings);
        changed.put(setting, value);
        Settings.defaults().with(setting, value);
        return new Options(changed, allowUnspentFaults, ownServer);
    }

    Options allowingUnspentFaults() {
        return new Options(settings, true, ownServer);
    }

    Options withOwnServer() {
        return new Options(settings, allowUnspentFaults, true);
    }

    Settings forServer() {
        Settings all = Settings.defaults();
        for (Map.Entry<Setting, String> one : settings.entrySet()) {
            all = all.with(one.getKey(), one.getValue());
        }
        boolean dated = settings.containsKey(Setting.NOW);
        return dated || !all.clock().equals(ClockMode.frozen())
                ? all
                : all.with(Setting.NOW, UnderstudyExtension.START.toString());
    }

    private static Setting setting(String flag) {
        return Arrays.stream(Setting.values())
                .filter(setting -> setting.flag().equals(flag))
                .findFirst()
                .orElseThrow(() ->
                        new ExtensionConfigurationException("@UnderstudyTest: there is no setting '%s'; there are %s"
                                .formatted(
                                        flag,
                                        String.join(
                                                ", ",
                                                Stream.of(Setting.values())
                                                        .map(Setting::flag)
                                                        .toList()))));
    }
}
