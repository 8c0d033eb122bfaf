package dev.understudy.fault;

import dev.understudy.catalog.Model;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Reads rules, as they stand in scripts and profiles, from what a JSON or YAML reader made of them. */
public final class RuleReader {

    /** Rules in one script or profile. */
    public static final int MOST = 1_000;

    private static final List<String> FIELDS =
            List.of("fault", "with", "when", "on", "model", "makes", "named", "prediction", "after", "source");
    private static final List<String> WHEN =
            List.of("next", "every", "from", "to", "probability", "windows-every", "lasting");
    private static final Duration LONGEST_SLOT = Duration.ofDays(31);

    private RuleReader() {}

    /**
     * Reads the value of {@code rules}.
     *
     * @param rules a list of objects: maps, lists, strings, numbers and booleans
     * @throws RuleException if it is anything else, or one of them is not right; all or none are read
     */
    public static List<Rule> readAll(Object rules) {
        if (!(rules instanceof List<?> list) || list.isEmpty() || list.size() > MOST) {
            throw RuleException.wrong("rules", "must be a list of 1 to " + MOST + " rules");
        }
        List<Rule> read = new ArrayList<>();
        for (Object rule : list) {
            read.add(rule(new Fields("rules[" + read.size() + "]", rule, FIELDS)));
        }
        return read;
    }

    private static Rule rule(Fields fields) {
        Fault fault = fault(fields);
        Filter filter = new Filter(
                fields.words("on", Operations::checked),
                fields.text("model"),
                fields.text("makes").map(word -> product(fields.place("makes"), word)),
                fields.text("named"),
                fields.text("prediction"));
        int after = fields.number("after", 0, 1_000_000).orElse(0);
        try {
            return new Rule(fault, when(fields), filter, after, fields.text("source"));
        } catch (RuleException e) {
            throw e.field().equals("on") ? e.within(fields.place("on")) : e;
        }
    }

    private static Fault fault(Fields fields) {
        String word = fields.text("fault").orElseThrow(() -> RuleException.wrong(fields.place("fault"), "is missing"));
        Object with = fields.value("with").orElse(null);
        if (with == null) {
            return FaultText.read(fields.place("fault"), word);
        }
        FaultKind kind = FaultKind.named(fields.place("fault"), word);
        List<String> names = kind.parameters().stream().map(Parameter::name).toList();
        return kind.make(fields.place("with"), new Fields(fields.place("with"), with, names).texts());
    }

    private static When when(Fields rule) {
        Object sent = rule.value("when").orElse("always");
        if (sent.equals("always")) {
            return new When.Always();
        }
        Fields when = new Fields(rule.place("when"), sent, WHEN);
        Set<String> names = when.names();
        if (names.equals(Set.of("next"))) {
            return new When.Next(when.number("next", 1, 1_000_000).orElseThrow());
        }
        if (names.equals(Set.of("every"))) {
            return new When.Every(when.number("every", 1, 1_000_000).orElseThrow());
        }
        if (names.equals(Set.of("probability"))) {
            return new When.WithProbability(when.probability());
        }
        if (names.equals(Set.of("windows-every", "lasting", "probability"))) {
            return windows(when);
        }
        return between(when, names);
    }

    private static When between(Fields when, Set<String> names) {
        if (names.isEmpty() || !Set.of("from", "to").containsAll(names)) {
            throw RuleException.wrong(
                    when.place(),
                    "must be \"always\" or an object with one of: next; every; from, to or both; probability;"
                            + " windows-every, lasting and probability");
        }
        When.Between between = new When.Between(
                when.text("from").map(text -> Times.instant(when.place("from"), text)),
                when.text("to").map(text -> Times.instant(when.place("to"), text)));
        if (between.from().isPresent()
                && between.to().filter(to -> !to.isAfter(between.from().get())).isPresent()) {
            throw RuleException.wrong(when.place("to"), "must be later than from");
        }
        return between;
    }

    private static When windows(Fields when) {
        Duration every = when.time("windows-every", LONGEST_SLOT);
        if (every.toMillis() < 1_000) {
            throw RuleException.wrong(when.place("windows-every"), "must be a time of at least PT1S");
        }
        return new When.Windows(every, when.time("lasting", every), when.probability());
    }

    private static Model.Product product(String field, String word) {
        List<String> words = Stream.of(Model.Product.values()).map(Words::of).toList();
        if (!words.contains(word)) {
            throw RuleException.choice(field, word, words);
        }
        return Model.Product.values()[words.indexOf(word)];
    }
}
