package dev.understudy.dialect;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import dev.understudy.json.JsonValues;
import dev.understudy.sandbox.Refused;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Map;

/** The one place where JSON bodies are read and written. */
public final class Json {

    // A caller's nesting is walked recursively later on; nothing that we emulate goes deeper than four.
    private static final int DEEPEST = 64;

    // The length of a body is bounded before it is read, so a string within it needs no bound of its own.
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .build();

    /** Writes one JSON value. */
    @FunctionalInterface
    public interface Writing {
        void to(JsonGenerator json) throws IOException;
    }

    private Json() {}

    public static byte[] write(Writing writing) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        try (JsonGenerator json = FACTORY.createGenerator(bytes)) {
            writing.to(json);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory does not fail", e);
        }
        return bytes.toByteArray();
    }

    /** Writes a decimal with all its digits, without an exponent and without zeros at the end. */
    public static void amount(JsonGenerator json, String name, BigDecimal amount) throws IOException {
        json.writeFieldName(name);
        json.writeNumber(amount.stripTrailingZeros().toPlainString());
    }

    /**
     * Reads a body that must be one JSON object.
     *
     * @throws Refused if it is not; the message says where, and repeats nothing of the body
     */
    @SuppressWarnings("unchecked")
    public static Map<String, Object> readObject(byte[] body) {
        if (body.length == 0) {
            throw new Refused(Refused.Reason.INVALID, "the body is empty; it must be a JSON object");
        }
        try (JsonParser json = FACTORY.createParser(body)) {
            if (JsonValues.only(json) instanceof Map<?, ?> object) {
                return (Map<String, Object>) object;
            }
        } catch (JsonProcessingException e) {
            throw new Refused(Refused.Reason.INVALID, "the body is not valid JSON" + where(e));
        } catch (IOException e) {
            throw new Refused(Refused.Reason.INVALID, "the body is not valid UTF-8 JSON");
        }
        throw new Refused(Refused.Reason.INVALID, "the body must be a JSON object");
    }

    private static String where(JsonProcessingException problem) {
        return problem.getLocation() == null
                ? ""
                : " (line %s, column %s)"
                        .formatted(
                                problem.getLocation().getLineNr(),
                                problem.getLocation().getColumnNr());
    }
}
