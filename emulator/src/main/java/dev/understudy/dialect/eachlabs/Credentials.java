package dev.understudy.dialect.eachlabs;

import dev.understudy.dialect.Request;
import java.util.Optional;

/**
 * The key of a request: {@code Authorization: Bearer}, the documented way since July 2026, or {@code X-API-Key}, which
 * every client of before sends.
 */
final class Credentials {

    private Credentials() {}

    static Optional<String> key(Request request) {
        return request.bearerToken()
                .or(() -> request.header("X-API-Key").map(String::trim).filter(key -> !key.isEmpty()));
    }
}
