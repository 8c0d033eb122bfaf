package dev.understudy.contract.register;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** Reads the files of the fixtures; a field that the kit does not know is an error. */
final class Json {
    private static final JsonMapper MAPPER = new JsonMapper();

    private Json() {}

    static <T> List<T> list(String file, Class<T> type) {
        try (InputStream in = Json.class.getResourceAsStream("/dev/understudy/fixtures/" + file)) {
            return MAPPER.readerForListOf(type).readValue(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static <T> T read(String file, Class<T> type) {
        try (InputStream in = Json.class.getResourceAsStream("/dev/understudy/fixtures/" + file)) {
            return MAPPER.readValue(in, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
