package dev.understudy.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read and written is what Jackson's ObjectMapper would have read and written. */
class JsonValuesTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final ObjectMapper TREES = new ObjectMapper()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "null",
                "true",
                "\"a\\u00e9\\n\\ud83d\\ude00\"",
                "[1, -1, 2147483648, 123456789012345678901234567890]",
                "[0.1, 1.50, -0.0, 1e3, 1E-7, 1e400]",
                "{\"z\": {\"y\": [{\"x\": null}, [], {}]}, \"a\": false}",
            })
    void readsAndWritesTheSame(String document) throws IOException {
        Object values = values(document);
        assertThat(values).isEqualTo(MAPPER.readValue(document, Object.class));
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            JsonValues.write(json, values);
        }
        assertThat(text).hasToString(MAPPER.writeValueAsString(values));
        assertThat(JsonTree.text(JsonTree.read(stream(document))))
                .isEqualTo(TREES.readTree(document).toString());
    }

    @Test
    void ofTwoMembersWithOneNameTheLastCountsInABodyAndNeitherInAFile() throws IOException {
        String document = "{\"a\": 1, \"a\": 2}";
        assertThat(values(document)).isEqualTo(MAPPER.readValue(document, Object.class));
        assertThatThrownBy(() -> TREES.readTree(document)).isInstanceOf(JsonProcessingException.class);
        assertThatThrownBy(() -> JsonTree.read(stream(document))).isInstanceOf(JsonProcessingException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{", "{\"a\"}", "[1,]", "[1 2]", "1 2", "{} x", "01", "+1", "NaN", "'a'", "\"a", "\"\u0001\""})
    void refusesTheSame(String document) {
        assertThatThrownBy(() -> TREES.readTree(document)).isInstanceOf(JsonProcessingException.class);
        assertThatThrownBy(() -> values(document)).isInstanceOf(JsonProcessingException.class);
        assertThatThrownBy(() -> JsonTree.read(stream(document))).isInstanceOf(JsonProcessingException.class);
    }

    private static Object values(String document) throws IOException {
        try (JsonParser json = new JsonFactory().createParser(document)) {
            return JsonValues.only(json);
        }
    }

    private static InputStream stream(String document) {
        return new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8));
    }
}
