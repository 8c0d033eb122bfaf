package dev.understudy.contract.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Goes through exchanges once: blanks what is to be blanked, collects what is to be referred to. */
final class Erasure {
    private final List<Rule> rules;
    private final References references;
    private final Set<String> used = new TreeSet<>();
    private final List<String> problems = new ArrayList<>();

    Erasure(List<Rule> rules, References references) {
        this.rules = rules;
        this.references = references;
    }

    void apply(ObjectNode exchange) {
        walk("", exchange);
    }

    Set<String> used() {
        return used;
    }

    List<String> problems() {
        return problems;
    }

    private void walk(String path, JsonNode node) {
        if (node instanceof ObjectNode object) {
            for (var field : List.copyOf(object.properties())) {
                String at = path + '/' + field.getKey();
                object.set(field.getKey(), walked(at, field.getValue()));
            }
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, walked(path + '/' + i, array.get(i)));
            }
        }
    }

    private JsonNode walked(String path, JsonNode value) {
        if (value.isContainerNode()) {
            walk(path, value);
            return value;
        }
        for (Rule rule : rules) {
            // A null is no value, and an object that took the place of a text is a difference to be shown.
            if (!value.isNull() && rule.where().matcher(path).matches()) {
                return erased(rule, path, value);
            }
        }
        return value;
    }

    private JsonNode erased(Rule rule, String path, JsonNode value) {
        String text = value.asText();
        boolean rightType = rule.kind() == Rule.Kind.BLANK || value.isTextual();
        if (!rightType || !rule.valid().matcher(text).matches()) {
            problem(rule, path, text, "is no " + rule.name());
            return value;
        }
        if (rule.kind() == Rule.Kind.BLANK) {
            used.add(rule.id());
            return TextNode.valueOf('<' + (value.isNumber() ? "number of " : "") + rule.name() + '>');
        }
        if (text.length() < References.SHORTEST) {
            problem(rule, path, text, "is too short to be told from other text");
            return value;
        }
        used.add(rule.id());
        references.add(rule.name(), text);
        return value;
    }

    // What the kit itself has sent is not in question.
    private void problem(Rule rule, String path, String text, String what) {
        if (!text.isEmpty() && path.startsWith("/response/")) {
            problems.add(rule.id() + ": " + path + " " + what + ": " + text);
        }
    }
}
