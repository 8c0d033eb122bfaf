package dev.understudy.dialect;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** A request as the dialects see it, whatever server received it. */
public interface Request {

    String method();

    /** The decoded path, without the query. */
    String path();

    /** Scheme and authority under which the caller reached this server, such as {@code http://localhost:8080}. */
    String baseUrl();

    Optional<String> header(String name);

    /** The first value of a query parameter, decoded. */
    Optional<String> query(String name);

    /** The query as it was sent, without its question mark; empty if there was none. */
    String rawQuery();

    /** What the {@code {name}} of the operation's path stood for. */
    String variable(String name);

    /** The whole body, for an operation that reads {@link Operation.Body#IN_MEMORY}. */
    byte[] body();

    /** The body as it comes in, for {@link Operation.Body#STREAMED}. */
    InputStream stream() throws IOException;

    /** A file of a form, for {@link Operation.Body#FORM}. */
    Optional<FormFile> file(String field) throws IOException;

    /** A file sent in a multipart form; its name is as the caller wrote it. */
    interface FormFile {
        String fileName();

        Optional<String> contentType();

        InputStream open() throws IOException;
    }
}
