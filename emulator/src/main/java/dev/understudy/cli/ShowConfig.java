package dev.understudy.cli;

import dev.understudy.settings.LogFormat;
import dev.understudy.settings.Setting;
import dev.understudy.settings.Settings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Shows the value of each setting and where it came from, or writes them all down as a file. */
final class ShowConfig implements Command {

    private static final Option YAML = Option.toggle("--yaml", "Print them as a settings file to start from.");

    @Override
    public Spec spec() {
        return Spec.withSettings("config", "show each setting's value and where it came from", YAML);
    }

    @Override
    public int run(Arguments arguments) {
        Settings settings = arguments.settings();
        if (arguments.has(YAML)) {
            System.out.print(SettingsYaml.of(settings));
        } else {
            System.out.println(settings.log() == LogFormat.JSON ? json(settings) : table(settings));
        }
        return 0;
    }

    private static String table(Settings settings) {
        List<List<String>> rows = new ArrayList<>();
        for (Setting setting : Setting.values()) {
            String value = shown(settings, setting);
            rows.add(List.of(
                    setting.flag(),
                    value.isEmpty() ? "none" : value,
                    settings.origin(setting).words()));
        }
        return Table.of(rows);
    }

    private static String json(Settings settings) {
        List<Map<String, Object>> rows = Stream.of(Setting.values())
                .map(setting -> {
                    Map<String, Object> row = new LinkedHashMap<>();
                    row.put("setting", setting.flag());
                    row.put("value", shown(settings, setting));
                    row.put("origin", settings.origin(setting).words());
                    return row;
                })
                .toList();
        return JsonLine.of(Map.of("settings", rows));
    }

    private static String shown(Settings settings, Setting setting) {
        String value = settings.text(setting);
        return setting.secret() && !value.isEmpty() ? "(not shown)" : value;
    }
}
