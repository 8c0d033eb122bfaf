package dev.understudy.contract.target;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An API key. It comes from the environment or is made up, never from a system property: test reports list those.
 * Its text leaves this class only for the Authorization header.
 */
public final class ApiKey {
    private static final String FOR_ANY_TARGET = "CONTRACT_API_KEY";
    private static final String FOR_THE_REAL_SERVICE = "WAVESPEED_API_KEY";

    private final String text;

    private ApiKey(String text) {
        this.text = text;
    }

    /**
     * The key in the environment; empty when there is none. {@code WAVESPEED_API_KEY} is for the real service alone: most
     * people who have it set did not set it for whatever server a run is pointed at.
     */
    public static Optional<ApiKey> from(Map<String, String> environment, TargetKind kind) {
        return variables(kind).stream()
                .filter(variable -> !environment.getOrDefault(variable, "").isBlank())
                .findFirst()
                .map(variable ->
                        new ApiKey(checked(variable, environment.get(variable).strip())));
    }

    /** The variables looked at, in this order. */
    public static List<String> variables(TargetKind kind) {
        return kind == TargetKind.LIVE ? List.of(FOR_ANY_TARGET, FOR_THE_REAL_SERVICE) : List.of(FOR_ANY_TARGET);
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
