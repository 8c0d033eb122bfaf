package dev.understudy.contract.cli;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What follows a command: options with values, switches, and at most one word of its own.
 *
 * @param values by option; a switch has an empty one
 */
record Words(List<String> operands, Map<String, String> values) {
    /**
     * @throws UsageException when an option is not known, lacks its value or there are too many words
     */
    static Words parse(List<String> words, Set<String> options, Set<String> switches, int operands) {
        List<String> own = new ArrayList<>();
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (switches.contains(word)) {
                values.put(word, "");
            } else if (options.contains(word)) {
                i++;
                values.put(word, valueOf(word, words, i));
            } else if (word.startsWith("-") || own.size() == operands) {
                // Not repeated: somebody may have typed a key here.
                throw new UsageException("Argument " + (i + 2) + " is not understood; --help lists all");
            } else {
                own.add(word);
            }
        }
        return new Words(List.copyOf(own), Map.copyOf(values));
    }

    boolean has(String option) {
        return values.containsKey(option);
    }

    Optional<String> value(String option) {
        return Optional.ofNullable(values.get(option));
    }

    String required(String option) {
        return value(option).orElseThrow(() -> new UsageException("It needs " + option + "; --help tells more"));
    }

    /** A number that is not negative. */
    BigDecimal number(String option, String unlessTold) {
        String text = value(option).orElse(unlessTold);
        if (!text.matches("\\d{1,6}(\\.\\d{1,6})?")) {
            throw new UsageException(option + " is no number such as 0.5: " + text);
        }
        return new BigDecimal(text);
    }

    int port() {
        BigDecimal port = number("--port", "0");
        if (port.scale() > 0 || port.intValue() > 65535) {
            throw new UsageException("--port is not between 0 and 65535");
        }
        return port.intValue();
    }

    private static String valueOf(String option, List<String> words, int at) {
        if (at >= words.size() || words.get(at).isBlank() || words.get(at).startsWith("--")) {
            throw new UsageException(option + " needs a value");
        }
        return words.get(at);
    }
}
