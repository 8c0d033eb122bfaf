package dev.understudy.dialect.eachlabs;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The provider's names of inputs that the catalog has another name for. What comes under the provider's name is kept
 * under both, so that a job can be shown with the names that its caller used; the catalog's names work too.
 */
final class Names {

    private static final Map<String, String> PROVIDERS =
            Map.of("video", "video_url", "image", "image_url", "characters", "character_ids");

    private static final Pattern NAMED = Pattern.compile("(parameter:? )(video|image|characters)\\b");

    private Names() {}

    /** The provider's name of an input. */
    static String ofProvider(String name) {
        return PROVIDERS.getOrDefault(name, name);
    }

    /** An input with the catalog's names beside the provider's. */
    static Map<String, Object> withCatalogs(Map<String, Object> sent) {
        Map<String, Object> all = new LinkedHashMap<>(sent);
        PROVIDERS.forEach((catalogs, providers) -> {
            if (sent.get(providers) != null) {
                all.put(catalogs, sent.get(providers));
            }
        });
        return all;
    }

    /** An input with those names alone that its caller used. */
    static Map<String, Object> ofCaller(Map<String, Object> input) {
        Map<String, Object> told = new LinkedHashMap<>(input);
        PROVIDERS.forEach((catalogs, providers) -> {
            if (input.containsKey(providers)) {
                told.remove(catalogs);
            }
        });
        return told;
    }

    /** What is said about an input, with the provider's names unless its caller used the catalog's. */
    static String inMessage(String message, Map<String, Object> input) {
        return NAMED.matcher(message).replaceAll((MatchResult found) -> {
            String catalogs = found.group(2);
            String used = Optional.of(ofProvider(catalogs))
                    .filter(providers -> input.containsKey(providers) || !input.containsKey(catalogs))
                    .orElse(catalogs);
            return found.group(1) + used;
        });
    }
}
