package dev.understudy.dialect;

import dev.understudy.sandbox.Refused;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** A request as the dialects see it, whatever server received it. */
public interface Request {

    String method();

    /** The decoded path, without the query. */
    String path();

    /** Scheme and authority under which the caller reached this server, such as {@code http://localhost:8080}. */
    String baseUrl();

    Optional<String> header(String name);

    /** What is sent as {@code Authorization: Bearer}, in any case, without spaces around it; empty if it is nothing. */
    default Optional<String> bearerToken() {
        String scheme = "Bearer ";
        return header("Authorization")
                .filter(sent -> sent.regionMatches(true, 0, scheme, 0, scheme.length()))
                .map(sent -> sent.substring(scheme.length()).trim())
                .filter(token -> !token.isEmpty());
    }

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
    default Optional<FormFile> file(String field) throws IOException {
        return form().file(field);
    }

    /** The form, for {@link Operation.Body#FORM}; without fields if the body is none. */
    Form form() throws IOException;

    /** Whether the body is said to be a form. */
    default boolean isForm() {
        return header("Content-Type")
                .filter(type -> type.regionMatches(true, 0, "multipart/form-data", 0, 19)
                        || type.regionMatches(true, 0, "application/x-www-form-urlencoded", 0, 33))
                .isPresent();
    }

    /**
     * A form as it came in. Some clients send a file without a file name; so what is a file is for the reader to say,
     * and every field can be read as either.
     *
     * @param fields in the order in which they came; a name may come more than once
     */
    record Form(List<Field> fields) {
        public Form {
            fields = List.copyOf(fields);
        }

        /** The first field of that name that was sent with a file name. */
        public Optional<FormFile> file(String name) {
            return fields.stream()
                    .filter(field -> field.name().equals(name) && field.named())
                    .map(Field::content)
                    .findFirst();
        }

        /** The first field of that name, whatever it is. */
        public Optional<Field> field(String name) {
            return fields.stream().filter(field -> field.name().equals(name)).findFirst();
        }
    }

    /**
     * @param named whether it was sent with a file name
     * @param content its bytes, as they were sent
     */
    record Field(String name, boolean named, FormFile content) {

        /** The longest text, in bytes. */
        private static final int MOST_TEXT = 4 << 20;

        /** Its value as text in UTF-8. */
        public String text() throws IOException {
            try (InputStream sent = content.open()) {
                byte[] bytes = sent.readNBytes(MOST_TEXT + 1);
                if (bytes.length > MOST_TEXT) {
                    throw new Refused(
                            Refused.Reason.TOO_LARGE,
                            "a field of the form has more than the %s bytes allowed".formatted(MOST_TEXT));
                }
                return new String(bytes, StandardCharsets.UTF_8);
            }
        }
    }

    /** A file sent in a multipart form; its name is as the caller wrote it. */
    interface FormFile {
        String fileName();

        Optional<String> contentType();

        InputStream open() throws IOException;
    }
}
