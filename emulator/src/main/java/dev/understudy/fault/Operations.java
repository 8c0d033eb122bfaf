package dev.understudy.fault;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How rules name operations: by one of the words of a name such as {@code wavespeed.delete.many}, or by the whole name.
 * A few words stand for others, since the names are those of endpoints.
 */
final class Operations {

    static final String SUBMIT = "submit";
    static final String WEBHOOK = "webhook";

    private static final Map<String, List<String>> MEANT =
            Map.of("poll", List.of("result", "prediction"), "price", List.of("pricing"), "download", List.of("get"));

    private static final List<String> WORDS = List.of(
            SUBMIT,
            "poll",
            "list",
            "delete",
            "upload",
            "download",
            "put",
            "models",
            "price",
            "balance",
            "usage",
            "billings",
            "secret",
            WEBHOOK);

    private Operations() {}

    static boolean isMeant(String word, String operation) {
        return word.equals(operation)
                || Stream.concat(Stream.of(word), MEANT.getOrDefault(word, List.of()).stream())
                        .anyMatch(List.of(operation.split("\\."))::contains);
    }

    /** @throws RuleException unless it is a word for operations, or a whole name */
    static String checked(String field, String word) {
        if (!WORDS.contains(word) && !word.contains(".")) {
            throw RuleException.choice(field, word, WORDS);
        }
        return word;
    }
}
