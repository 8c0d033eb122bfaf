package dev.understudy.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * A YAML file of settings: one mapping of a setting's flag, without its dashes, to a single value. It is read as text,
 * so that {@code 10s}, {@code 8080} and {@code "8080"} mean what they mean on the command line.
 */
final class SettingsFile {

    private static final List<String> KEYS =
            Stream.of(Setting.values()).map(Setting::flag).toList();

    private final String name;
    private final Map<Setting, Given> given = new EnumMap<>(Setting.class);

    private SettingsFile(String name) {
        this.name = name;
    }

    /** @throws SettingException if it cannot be read, or holds anything but settings with a value each */
    static Map<Setting, Given> read(Path path) {
        SettingsFile file = new SettingsFile(path.toString());
        file.take(file.compose(text(path)));
        return file.given;
    }

    private static String text(Path path) {
        try {
            return Files.readString(path);
        } catch (NoSuchFileException e) {
            throw new SettingException("there is no file " + path);
        } catch (IOException e) {
            throw new SettingException("the file %s cannot be read: %s".formatted(path, e.getMessage()));
        }
    }

    private Optional<Node> compose(String text) {
        LoadSettings yaml = LoadSettings.builder()
                .setLabel(name)
                .setAllowNonScalarKeys(true)
                .build();
        try {
            return new Compose(yaml).composeString(text);
        } catch (MarkedYamlEngineException e) {
            throw wrong(e.getProblemMark(), e.getProblem());
        } catch (StackOverflowError e) {
            // The library reads what is nested by calling itself, and knows no bound for that (3.2).
            throw new SettingException("%s is nested too deeply for a settings file".formatted(name));
        } catch (YamlEngineException | IllegalArgumentException e) {
            // The second is what a tag such as "!51%a" ends in, and is not documented (3.2).
            throw new SettingException("%s is no YAML: %s".formatted(name, e.getMessage()));
        }
    }

    private void take(Optional<Node> document) {
        if (document.isEmpty() || document.get().getTag().equals(Tag.NULL)) {
            return;
        }
        if (!(document.get() instanceof MappingNode settings)) {
            throw wrong(document.get().getStartMark(), "a settings file has lines such as 'port: 8080'");
        }
        settings.getValue().forEach(this::take);
    }

    private void take(NodeTuple row) {
        Optional<Mark> mark = row.getKeyNode().getStartMark();
        Setting setting = setting(row.getKeyNode());
        if (!(row.getValueNode() instanceof ScalarNode scalar)) {
            throw wrong(mark, "'%s' takes one value: %s".formatted(setting.flag(), setting.form()));
        }
        if (scalar.getTag().equals(Tag.NULL)) {
            throw wrong(mark, "'%s' has no value; \"\" is the empty one".formatted(setting.flag()));
        }
        Origin.File origin = new Origin.File(name, line(mark));
        if (given.put(setting, new Given(scalar.getValue().trim(), origin)) != null) {
            throw wrong(mark, "'%s' is there twice".formatted(setting.flag()));
        }
    }

    private Setting setting(Node key) {
        String word = key instanceof ScalarNode scalar ? scalar.getValue() : "";
        return Stream.of(Setting.values())
                .filter(setting -> setting.flag().equals(word))
                .findFirst()
                .orElseThrow(() ->
                        wrong(key.getStartMark(), "'%s' is not a setting%s".formatted(word, Nearest.hint(word, KEYS))));
    }

    private SettingException wrong(Optional<Mark> mark, String problem) {
        return new SettingException("%s, line %s: %s".formatted(name, line(mark), problem));
    }

    private static int line(Optional<Mark> mark) {
        return mark.map(Mark::getLine).orElse(0) + 1;
    }
}
