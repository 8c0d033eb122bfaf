package dev.understudy.contract.api;

import dev.understudy.contract.target.Target;
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
    BASIC_SCHEME;

    Optional<String> header(Target target) {
        return switch (this) {
            case OWN_KEY -> Optional.of(target.key().authorization());
            case OTHER_KEY -> Optional.of(target.otherKey().authorization());
            case NONE -> Optional.empty();
            case EMPTY_BEARER -> Optional.of("Bearer ");
            case BASIC_SCHEME -> Optional.of("Basic bm9ib2R5Om5vdGhpbmc=");
        };
    }
}
