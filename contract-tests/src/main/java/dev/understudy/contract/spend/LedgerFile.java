package dev.understudy.contract.spend;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** Where the spend ledger is: with the user, so that no build and no clean-up takes it away. */
public final class LedgerFile {
    /** The environment variable that says otherwise. */
    public static final String VARIABLE = "CONTRACT_SPEND_LEDGER";

    private LedgerFile() {}

    /**
     * @param system of the operating system, as in {@code os.name}
     * @param home of the user
     */
    public static Path in(Map<String, String> environment, String system, Path home) {
        String told = environment.getOrDefault(VARIABLE, "");
        if (!told.isBlank()) {
            return Path.of(told.strip());
        }
        return state(environment, system.toLowerCase(Locale.ROOT), home)
                .resolve("understudy")
                .resolve("contract-spend.jsonl");
    }

    private static Path state(Map<String, String> environment, String system, Path home) {
        if (system.startsWith("windows")) {
            return environment.containsKey("LOCALAPPDATA")
                    ? Path.of(environment.get("LOCALAPPDATA"))
                    : home.resolve("AppData").resolve("Local");
        }
        if (system.startsWith("mac")) {
            return home.resolve("Library").resolve("Application Support");
        }
        String state = environment.getOrDefault("XDG_STATE_HOME", "");
        return state.isBlank() ? home.resolve(".local").resolve("state") : Path.of(state);
    }
}
