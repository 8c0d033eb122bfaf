package dev.understudy.fuzz;

import dev.understudy.settings.SettingException;
import dev.understudy.settings.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Settings files. */
public final class SettingsTarget {

    private static final Path FILE = Scratch.file(".yaml");

    private SettingsTarget() {}

    public static void fuzzerTestOneInput(byte[] yaml) throws IOException {
        Scratch.write(FILE, yaml);
        try {
            Settings.of(Map.of(), name -> null, Optional.of(FILE));
        } catch (SettingException refused) {
            Finding.unless(!refused.getMessage().isBlank(), "refused without a reason");
        }
    }
}
