package dev.understudy.contract.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.Assertions;

/** Assertions about one answer. */
public final class AnswerAssert extends AbstractAssert<AnswerAssert, Answer> {
    AnswerAssert(Answer actual) {
        super(actual, AnswerAssert.class);
        as("%s", actual);
    }

    public AnswerAssert hasStatus(Integer... accepted) {
        Assertions.assertThat(actual.status()).as("HTTP status of: %s", actual).isIn((Object[]) accepted);
        return this;
    }

    /** HTTP 200 with the envelope {@code {"code":200,"message":"success","data":{…}}}. */
    public AnswerAssert succeeded() {
        hasStatus(200);
        isJson();
        JsonNode body = actual.json();
        Assertions.assertThat(body.path("code").isInt())
                .as("integer code in: %s", actual)
                .isTrue();
        Assertions.assertThat(body.path("code").asInt())
                .as("code in: %s", actual)
                .isEqualTo(200);
        Assertions.assertThat(body.path("message").asText())
                .as("message in: %s", actual)
                .isEqualTo("success");
        Assertions.assertThat(body.path("data").isObject())
                .as("data in: %s", actual)
                .isTrue();
        return this;
    }

    /** One of the given HTTP statuses, with the body {@code {"code":<the status>,"message":"…"}} and no data in it. */
    public AnswerAssert refusedWith(Integer... accepted) {
        hasStatus(accepted);
        isJson();
        JsonNode body = actual.json();
        Assertions.assertThat(body.path("code").isInt())
                .as("integer code in: %s", actual)
                .isTrue();
        Assertions.assertThat(body.path("code").asInt())
                .as("code in: %s", actual)
                .isEqualTo(actual.status());
        Assertions.assertThat(body.path("message").isTextual())
                .as("message in: %s", actual)
                .isTrue();
        Assertions.assertThat(body.path("message").asText())
                .as("message in: %s", actual)
                .isNotBlank();
        Assertions.assertThat(body.path("data").path("id").isMissingNode())
                .as("no prediction in: %s", actual)
                .isTrue();
        return this;
    }

    /** The keys of a node, in exactly this order. */
    public AnswerAssert hasKeysInOrder(String pointer, String... keys) {
        Iterable<String> found = () -> actual.json().at(pointer).fieldNames();
        Assertions.assertThat(found).as("keys of '%s' in: %s", pointer, actual).containsExactly(keys);
        return this;
    }

    /** The keys of a node, exactly these. */
    public AnswerAssert hasKeysInAnyOrder(String pointer, String... keys) {
        Iterable<String> found = () -> actual.json().at(pointer).fieldNames();
        Assertions.assertThat(found).as("keys of '%s' in: %s", pointer, actual).containsExactlyInAnyOrder(keys);
        return this;
    }

    /** A node that is there and has the given JSON form; {@code 0} and {@code "0"} are different. */
    public AnswerAssert hasJson(String pointer, String... acceptedForms) {
        Set<String> accepted = Arrays.stream(acceptedForms).collect(Collectors.toSet());
        Assertions.assertThat(actual.json().at(pointer).toString())
                .as("'%s' in: %s", pointer, actual)
                .isIn(accepted);
        return this;
    }

    /** A node that is a text of the given shape. */
    public AnswerAssert hasText(String pointer, String regex) {
        JsonNode node = actual.json().at(pointer);
        Assertions.assertThat(node.isTextual())
                .as("a text at '%s' in: %s", pointer, actual)
                .isTrue();
        Assertions.assertThat(node.asText()).as("'%s' in: %s", pointer, actual).matches(regex);
        return this;
    }

    /** A node that is a number and has the given value, however many zeros it ends with. */
    public AnswerAssert hasNumber(String pointer, String value) {
        JsonNode node = actual.json().at(pointer);
        Assertions.assertThat(node.isNumber())
                .as("a number at '%s' in: %s", pointer, actual)
                .isTrue();
        Assertions.assertThat(node.decimalValue())
                .as("'%s' in: %s", pointer, actual)
                .isEqualByComparingTo(value);
        return this;
    }

    /** The texts at the given place of each item of an array, in any order. */
    public AnswerAssert hasOnly(String array, String pointer, String... texts) {
        Assertions.assertThat(actual.json().at(array).isArray())
                .as("an array at '%s' in: %s", array, actual)
                .isTrue();
        Assertions.assertThat(texts(array, pointer))
                .as("'%s' of each of '%s' in: %s", pointer, array, actual)
                .isSubsetOf(texts);
        return this;
    }

    /** The text at the given place of some item of an array. */
    public AnswerAssert hasSome(String array, String pointer, String text) {
        Assertions.assertThat(texts(array, pointer))
                .as("'%s' of some of '%s' in: %s", pointer, array, actual)
                .contains(text);
        return this;
    }

    /** No item of an array has the text at the given place. */
    public AnswerAssert hasNone(String array, String pointer, String text) {
        Assertions.assertThat(texts(array, pointer))
                .as("'%s' of each of '%s' in: %s", pointer, array, actual)
                .doesNotContain(text);
        return this;
    }

    private List<String> texts(String array, String pointer) {
        List<String> texts = new ArrayList<>();
        actual.json().at(array).forEach(item -> texts.add(item.at(pointer).asText()));
        return texts;
    }

    private void isJson() {
        Assertions.assertThat(actual.header("Content-Type"))
                .as("content type of: %s", actual)
                .startsWith("application/json");
    }
}
