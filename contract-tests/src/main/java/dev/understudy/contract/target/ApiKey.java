package dev.understudy.contract.target;

import dev.understudy.contract.register.Provider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * An API key. It comes from the environment or is made up, never from a system property: test reports list those.
 * Its text leaves this class only for the header that shows it.
 */
public final class ApiKey {
    private static final String FOR_ANY_TARGET = "CONTRACT_API_KEY";
    private static final String FILE = "_FILE";

    private final String text;

    private ApiKey(String text) {
        this.text = text;
    }

    /**
     * The key in the environment, or in the file that the environment names; empty when there is none.
     * {@code WAVESPEED_API_KEY} is for the real service alone: most people who have it set did not set it for whatever
     * server a run is pointed at.
     *
     * @throws TargetException when the named file cannot be read, or the key cannot stand in a header
     */
    public static Optional<ApiKey> from(Map<String, String> environment, TargetKind kind) {
        return from(environment, kind, Provider.WAVESPEED);
    }

    /** The same for a provider. What belongs to one of them is never shown to the others. */
    public static Optional<ApiKey> from(Map<String, String> environment, TargetKind kind, Provider provider) {
        return variables(kind, provider).stream()
                .filter(variable -> !environment.getOrDefault(variable, "").isBlank())
                .findFirst()
                .map(variable -> new ApiKey(checked(variable, text(variable, environment.get(variable)))));
    }

    /**
     * Refuses to run with a key among the system properties or the parameters of a run.
     *
     * @param names of all properties
     * @throws TargetException when one of them has the name of a key
     */
    public static void refuseIn(Collection<String> names) {
        names.stream()
                .filter(
                        name -> name.toLowerCase(Locale.ROOT)
                                .replaceAll("[^a-z]", "")
                                .matches(
                                        "(contract|wavespeed|understudy|eachlabs|each|soraguide|openai)?(api|access)?key|(contract|wavespeed)(apitoken|token)"))
                .findFirst()
                .ifPresent(name -> {
                    throw new TargetException("A key is never taken from a system property such as " + name
                            + ", since test reports list those: put it into the environment, as " + FOR_ANY_TARGET
                            + ", or into a file that " + FOR_ANY_TARGET + FILE + " names");
                });
    }

    /** The variables looked at, in this order; those in {@code _FILE} name a file. */
    public static List<String> variables(TargetKind kind, Provider provider) {
        String own = provider.keyVariable();
        List<String> ofAny = List.of(FOR_ANY_TARGET, FOR_ANY_TARGET + FILE);
        if (kind != TargetKind.LIVE) {
            return ofAny;
        }
        return provider == Provider.WAVESPEED
                ? List.of(own, own + FILE, FOR_ANY_TARGET, FOR_ANY_TARGET + FILE)
                : List.of(own, own + FILE);
    }

    private static String text(String variable, String value) {
        if (!variable.endsWith(FILE)) {
            return value.strip();
        }
        try {
            return Files.readString(Path.of(value.strip())).strip();
        } catch (IOException | InvalidPathException e) {
            // Not repeated: somebody may have put the key itself there.
            throw new TargetException("The file that " + variable + " names cannot be read");
        }
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

    /** The value of an {@code X-API-Key} header. */
    public String withoutScheme() {
        return text;
    }

    /** The given text without this key, for anything that may be shown or stored. */
    public String redact(String shown) {
        return shown.replace(text, "<the key>");
    }

    // HTTP libraries put an illegal header value into their exception; so it never gets that far.
    private static String checked(String variable, String value) {
        if (value.isEmpty() || !value.chars().allMatch(c -> c > ' ' && c < 127)) {
            throw new TargetException(
                    "The key in " + variable + " is empty or has characters that a header cannot carry");
        }
        return value;
    }

    @Override
    public String toString() {
        return "<the key>";
    }
}
