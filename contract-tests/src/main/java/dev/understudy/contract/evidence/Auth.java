package dev.understudy.contract.evidence;

import java.util.Locale;
import java.util.Optional;

/** All that is kept of the headers that show a key. */
public enum Auth {
    NONE,
    BEARER,
    /** A key in {@code X-API-Key}, and none in Authorization. */
    API_KEY,
    /** Any header that is not {@code Bearer} and a key. */
    MALFORMED;

    /** What the value of an Authorization header comes to. */
    public static Auth of(Optional<String> header) {
        return header.map(value -> value.matches("Bearer \\S+") ? BEARER : MALFORMED)
                .orElse(NONE);
    }

    /** What the values of an Authorization and an {@code X-API-Key} header come to together. */
    public static Auth of(Optional<String> header, Optional<String> apiKey) {
        Auth auth = of(header);
        return auth != BEARER && apiKey.isPresent() ? apiKey.get().matches("\\S+") ? API_KEY : MALFORMED : auth;
    }

    /** Whether there is a key that somebody could be charged by. */
    public boolean hasKey() {
        return this == BEARER || this == API_KEY;
    }

    /**
     * @throws EvidenceException when it is none of the words that {@link #word} gives
     */
    static Auth ofWord(String word) {
        for (Auth auth : values()) {
            if (auth.word().equals(word)) {
                return auth;
            }
        }
        throw new EvidenceException("Not a kind of authorization: '" + word + "'");
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
