package dev.understudy.contract.drift;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the exchanges that belong together: those with the same request, the first with the first and so on. Polls that
 * met a job on its way are one for each state, the last of them.
 */
final class Alignment {
    private final Map<String, Map<Source, Seen>> rows = new HashMap<>();
    private final List<String> order = new ArrayList<>();

    private Alignment() {}

    static List<Row> of(Map<Source, List<Seen>> sources) {
        Alignment alignment = new Alignment();
        sources.forEach(alignment::add);
        return alignment.order.stream()
                .map(key -> new Row(alignment.rows.get(key)))
                .toList();
    }

    // What only a later source has seen stands behind the exchange that it followed there.
    private void add(Source source, List<Seen> exchanges) {
        Map<String, Integer> ordinals = new HashMap<>();
        int next = 0;
        for (Seen exchange : exchanges) {
            String key = key(exchange, ordinals);
            if (!rows.containsKey(key)) {
                rows.put(key, new EnumMap<>(Source.class));
                order.add(next, key);
            }
            rows.get(key).put(source, exchange);
            next = Math.max(next, order.indexOf(key) + 1);
        }
    }

    private static String key(Seen exchange, Map<String, Integer> ordinals) {
        String question = exchange.question();
        return exchange.isPassing()
                ? question + " " + exchange.state()
                : question + " #" + ordinals.merge(question, 1, Integer::sum);
    }
}
