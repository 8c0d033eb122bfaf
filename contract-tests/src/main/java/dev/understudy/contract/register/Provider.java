package dev.understudy.contract.register;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Whose API a case or a claim is about. A case belongs to the provider whose package it is in: {@code cases.openai} to
 * {@link #OPENAI}, {@code cases} itself to {@link #WAVESPEED}. A claim belongs to the one whose letters its id begins with.
 */
public enum Provider {
    WAVESPEED("wavespeed", "WaveSpeed", "WAVESPEED_API_KEY", "", "https://api.wavespeed.ai"),
    EACHLABS("eachlabs", "each::labs", "EACHLABS_API_KEY", "EL-", "https://api.eachlabs.ai"),
    /** The API of the guide, which no host is known to answer as the guide has it. */
    SORA_GUIDE("sora-guide", "the guide's API", "CONTRACT_API_KEY", "SG-", ""),
    OPENAI("openai", "OpenAI Videos", "OPENAI_API_KEY", "OV-", "https://api.openai.com");

    private final String word;
    private final String title;
    private final String keyVariable;
    private final String claims;
    private final String origin;

    Provider(String word, String title, String keyVariable, String claims, String origin) {
        this.word = word;
        this.title = title;
        this.keyVariable = keyVariable;
        this.claims = claims;
        this.origin = origin;
    }

    /** Stands on the command line, and at the beginning of the ids of cases. */
    public String word() {
        return word;
    }

    /** What people call it. */
    public String title() {
        return title;
    }

    /** The environment variable with a key for the real service, or for the server that is named in its place. */
    public String keyVariable() {
        return keyVariable;
    }

    /** Where the real service answers, without a path; empty when nobody knows. */
    public Optional<URI> origin() {
        return origin.isEmpty() ? Optional.empty() : Optional.of(URI.create(origin));
    }

    /** The provider of a word; empty when there is none. */
    public static Optional<Provider> of(String word) {
        return Arrays.stream(values())
                .filter(provider -> provider.word.equals(word))
                .findFirst();
    }

    /** The provider of the cases in a package; empty for a package beside those. */
    public static Optional<Provider> ofPackage(String name) {
        String[] segments = name.split("\\.cases\\.", 2);
        return segments.length == 1
                ? Optional.of(WAVESPEED)
                : others().stream()
                        .filter(provider -> provider.word.replace("-", "").equals(segments[1]))
                        .findFirst();
    }

    /** The provider of a case. */
    public static Provider ofCase(String caseId) {
        return others().stream()
                .filter(provider -> caseId.startsWith(provider.word + "."))
                .findFirst()
                .orElse(WAVESPEED);
    }

    static Provider ofClaim(String claimId) {
        return others().stream()
                .filter(provider -> claimId.startsWith(provider.claims))
                .findFirst()
                .orElse(WAVESPEED);
    }

    private static List<Provider> others() {
        return List.of(EACHLABS, SORA_GUIDE, OPENAI);
    }
}
