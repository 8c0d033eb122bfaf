package dev.understudy.contract.drift;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Walks through the documents of several sources at once and notes the topmost places where they are not all alike. */
final class Comparison {
    private final int exchange;
    private final Set<Source> asked;
    private final List<Difference> differences = new ArrayList<>();

    private Comparison(int exchange, Set<Source> asked) {
        this.exchange = exchange;
        this.asked = asked;
    }

    static List<Difference> of(int exchange, Map<Source, JsonNode> documents, Set<Source> asked) {
        Comparison comparison = new Comparison(exchange, asked);
        comparison.walk("$", documents);
        return comparison.differences;
    }

    private void walk(String path, Map<Source, JsonNode> values) {
        boolean everywhere = values.size() == asked.size();
        if (everywhere && values.values().stream().allMatch(JsonNode::isObject)) {
            names(values).forEach(name -> walk(path + "." + name, children(values, node -> node.get(name))));
        } else if (everywhere && values.values().stream().allMatch(JsonNode::isArray)) {
            int longest =
                    values.values().stream().mapToInt(JsonNode::size).max().orElse(0);
            for (int i = 0; i < longest; i++) {
                int index = i;
                walk(path + "[" + index + "]", children(values, node -> node.get(index)));
            }
        } else if (!everywhere || Set.copyOf(values.values()).size() > 1) {
            differences.add(new Difference(exchange, path, values, Severity.of(path, values, asked)));
        }
    }

    private static Set<String> names(Map<Source, JsonNode> objects) {
        Set<String> names = new LinkedHashSet<>();
        objects.values().forEach(object -> object.fieldNames().forEachRemaining(names::add));
        return names;
    }

    private static Map<Source, JsonNode> children(Map<Source, JsonNode> parents, Function<JsonNode, JsonNode> child) {
        Map<Source, JsonNode> children = new EnumMap<>(Source.class);
        parents.forEach((source, parent) -> {
            JsonNode value = child.apply(parent);
            if (value != null) {
                children.put(source, value);
            }
        });
        return children;
    }
}
