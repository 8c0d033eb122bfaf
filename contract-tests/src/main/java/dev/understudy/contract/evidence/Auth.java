package dev.understudy.contract.evidence;

import java.util.Locale;
import java.util.Optional;

/** All that is kept of an Authorization header. */
public enum Auth {
    NONE,
    BEARER,
    /** Any header that is not {@code Bearer} and a key. */
    MALFORMED;

    /** What the value of a header comes to. */
    public static Auth of(Optional<String> header) {
        return header.map(value -> value.matches("Bearer \\S+") ? BEARER : MALFORMED)
                .orElse(NONE);
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
        return name().toLowerCase(Locale.ROOT);
    }
}
