package dev.understudy.contract.report;

import dev.understudy.contract.Settings;
import java.util.Map;
import java.util.TreeMap;

/** What a report tells of where and how it came about. A list of what may stand there: nothing else does. */
public final class Environment {
    private Environment() {}

    public static Map<String, String> of(Settings settings) {
        Map<String, String> environment = new TreeMap<>();
        settings.target().ifPresent(target -> environment.put("target", target));
        environment.put("filter", settings.filter().isEmpty() ? "none" : settings.filter());
        settings.chosenProviders().ifPresent(words -> environment.put("provider", words));
        environment.put("java", System.getProperty("java.version"));
        environment.put("system", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        return environment;
    }
}
