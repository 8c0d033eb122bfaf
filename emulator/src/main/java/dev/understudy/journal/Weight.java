package dev.understudy.journal;

import java.util.List;

/**
 * Estimates the memory that an entry takes, in bytes: objects as HotSpot lays them out with compressed references, and
 * texts with a byte a letter. What entries share, such as the names of operations, counts for none of them.
 */
final class Weight {

    private static final int OF_AN_ENTRY = 208;
    private static final int OF_A_TEXT = 56;
    private static final int OF_A_REFERENCE = 24;

    private Weight() {}

    static int of(Entry entry) {
        int weight = OF_AN_ENTRY + texts(entry.notes());
        weight += entry.prediction().map(Weight::text).orElse(0);
        if (entry instanceof Entry.Call call) {
            weight += text(call.asked().path())
                    + text(call.asked().query())
                    + text(call.asked().digest());
            weight += call.asked().test().map(Weight::text).orElse(0);
            weight += call.told().shown().isPresent() ? OF_A_REFERENCE * 2 : 0;
            weight += call.struck().size() * (OF_A_REFERENCE * 2);
        }
        return weight;
    }

    private static int texts(List<String> texts) {
        int weight = texts.isEmpty() ? 0 : OF_A_REFERENCE;
        for (String text : texts) {
            weight += OF_A_REFERENCE + text(text);
        }
        return weight;
    }

    private static int text(String text) {
        return text.isEmpty() ? 0 : OF_A_TEXT + text.length();
    }
}
