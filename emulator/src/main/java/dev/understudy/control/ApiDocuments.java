package dev.understudy.control;

import dev.understudy.dialect.Reply;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The OpenAPI documents of what this server emulates, byte for byte as they stand in {@code fixtures/openapi}. */
final class ApiDocuments {

    private ApiDocuments() {}

    /** Read from the jar each time it is asked for: seldom, and together they are a good part of an idle server's memory. */
    static Reply named(String name) {
        try (InputStream file = ApiDocuments.class.getResourceAsStream("openapi/" + name)) {
            return Reply.json(200, file.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
