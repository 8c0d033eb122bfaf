package dev.understudy.contract.api;

import dev.understudy.contract.target.Target;
import io.restassured.http.Header;
import java.util.Optional;

/** What a request says about who is asking. */
public enum Credential {
    /** The key of the run. */
    OWN_KEY,
    /** The key of a second account. */
    OTHER_KEY,
    /** No Authorization header at all. */
    NONE,
    /** The scheme without a key. */
    EMPTY_BEARER,
    /** A well-formed header of a scheme that the API does not have. */
    BASIC_SCHEME,
    /** The key of the run in {@code X-API-Key}, and no Authorization header. */
    OWN_API_KEY,
    /** An {@code X-API-Key} header with nothing in it. */
    EMPTY_API_KEY;

    private static final String API_KEY = "X-API-Key";

    Optional<Header> header(Target target) {
        return switch (this) {
            case OWN_KEY -> Optional.of(authorization(target.key().authorization()));
            case OTHER_KEY -> Optional.of(authorization(target.otherKey().authorization()));
            case NONE -> Optional.empty();
            case EMPTY_BEARER -> Optional.of(authorization("Bearer "));
            case BASIC_SCHEME -> Optional.of(authorization("Basic bm9ib2R5Om5vdGhpbmc="));
            case OWN_API_KEY -> Optional.of(new Header(API_KEY, target.key().withoutScheme()));
            case EMPTY_API_KEY -> Optional.of(new Header(API_KEY, ""));
        };
    }

    private static Header authorization(String value) {
        return new Header("Authorization", value);
    }
}
