package dev.understudy.contract.target;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/**
 * An API key. It comes from the environment or is made up, never from a system property: test reports list those.
 * Its text leaves this class only for the Authorization header.
 */
public final class ApiKey {
    /** The variables looked at, in this order. */
    public static final String[] VARIABLES = {"CONTRACT_API_KEY", "WAVESPEED_API_KEY"};

    private final String text;

    private ApiKey(String text) {
        this.text = text;
    }

    /** The key in the environment; empty when there is none. */
    public static Optional<ApiKey> from(Map<String, String> environment) {
        for (String variable : VARIABLES) {
            String value = environment.getOrDefault(variable, "").strip();
            if (!value.isEmpty()) {
                return Optional.of(new ApiKey(checked(variable, value)));
            }
        }
        return Optional.empty();
    }

    /** A key nobody else has: on a stand-in it opens a sandbox of its own. */
    public static ApiKey random() {
        byte[] bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return new ApiKey("contract-" + HexFormat.of().formatHex(bytes));
    }

    public String authorization() {
        return "Bearer " + text;
    }

    /** The given text without this key, for anything that may be shown or stored. */
    public String redact(String shown) {
        return shown.replace(text, "<the key>");
    }

    // HTTP libraries put an illegal header value into their exception; so it never gets that far.
    private static String checked(String variable, String value) {
        if (!value.chars().allMatch(c -> c > ' ' && c < 127)) {
            throw new TargetException("The key in " + variable + " has characters that a header cannot carry");
        }
        return value;
    }

    @Override
    public String toString() {
        return "<the key>";
    }
}
