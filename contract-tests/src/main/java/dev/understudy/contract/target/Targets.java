package dev.understudy.contract.target;

import java.util.List;
import java.util.Locale;
import java.util.ServiceLoader;

/** From the word that names a target to the target. */
public final class Targets {
    private Targets() {}

    /**
     * @param word an http or https URL, or the name of a {@link TargetProvider} on the class path
     * @throws LiveTargetRefusedException when it is the URL of the real service
     * @throws TargetException when there is no such target
     */
    public static TargetProvider named(String word) {
        String lower = word.strip().toLowerCase(Locale.ROOT);
        if (lower.startsWith("http://") || lower.startsWith("https://")) {
            return UrlTarget.parse(word);
        }
        return providers().stream()
                .filter(provider -> provider.name().equals(lower))
                .findFirst()
                .orElseThrow(() -> new TargetException("No target is called '" + word + "'; known here: " + known()));
    }

    private static List<TargetProvider> providers() {
        return ServiceLoader.load(TargetProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
    }

    private static String known() {
        List<String> names = providers().stream().map(TargetProvider::name).toList();
        return names.isEmpty() ? "http and https URLs" : String.join(", ", names) + ", and http and https URLs";
    }
}
