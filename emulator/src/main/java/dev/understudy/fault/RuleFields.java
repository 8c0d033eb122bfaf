package dev.understudy.fault;

import java.util.LinkedHashMap;
import java.util.Map;

/** Rules as they are written; what {@link RuleReader} reads. */
final class RuleFields {

    private RuleFields() {}

    static Map<String, Object> of(Rule rule) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("fault", FaultKind.of(rule.fault()).word());
        Map<String, Object> with = FaultKind.parameters(rule.fault());
        if (!with.isEmpty()) {
            fields.put("with", with);
        }
        fields.put("when", when(rule.when()));
        Filter filter = rule.filter();
        if (!filter.on().isEmpty()) {
            fields.put("on", filter.on());
        }
        filter.model().ifPresent(model -> fields.put("model", model));
        filter.makes().ifPresent(product -> fields.put("makes", Words.of(product)));
        filter.named().ifPresent(name -> fields.put("named", name));
        filter.prediction().ifPresent(id -> fields.put("prediction", id));
        if (rule.after() > 0) {
            fields.put("after", rule.after());
        }
        rule.source().ifPresent(source -> fields.put("source", source));
        return fields;
    }

    private static Object when(When when) {
        Map<String, Object> fields = new LinkedHashMap<>();
        if (when instanceof When.Next next) {
            fields.put("next", next.times());
        } else if (when instanceof When.Every every) {
            fields.put("every", every.nth());
        } else if (when instanceof When.Between between) {
            between.from().ifPresent(from -> fields.put("from", from.toString()));
            between.to().ifPresent(to -> fields.put("to", to.toString()));
        } else if (when instanceof When.WithProbability some) {
            fields.put("probability", some.probability());
        } else if (when instanceof When.Windows windows) {
            fields.put("windows-every", Times.shown(windows.every()));
            fields.put("lasting", Times.shown(windows.lasts()));
            fields.put("probability", windows.probability());
        }
        return fields.isEmpty() ? "always" : fields;
    }
}
