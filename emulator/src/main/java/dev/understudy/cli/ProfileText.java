package dev.understudy.cli;

import dev.understudy.fault.FaultKind;
import dev.understudy.fault.FaultText;
import dev.understudy.fault.Profile;
import dev.understudy.fault.Rule;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A profile as people read it, in the words that its file has for things. */
final class ProfileText {

    private static final List<String> SHOWN_ELSEWHERE = List.of("fault", "with", "when", "source");

    private ProfileText() {}

    /** @param whole whether to say as well what each fault does, and to which calls and jobs */
    static String of(Profile profile, boolean whole) {
        StringBuilder text = new StringBuilder("%s: %s%n".formatted(profile.name(), profile.about()));
        for (Rule rule : profile.rules()) {
            Map<String, Object> fields = rule.fields();
            text.append("  %s, %s%n".formatted(FaultText.write(rule.fault()), words(fields.get("when"))));
            if (whole) {
                line(text, about(fields.get("fault")));
                fields.entrySet().stream()
                        .filter(field -> !SHOWN_ELSEWHERE.contains(field.getKey()))
                        .forEach(field -> line(text, "only: " + field.getKey() + " " + words(field.getValue())));
            }
            rule.source().ifPresent(source -> line(text, "rests on " + source));
        }
        return text.toString().stripTrailing();
    }

    private static void line(StringBuilder text, String words) {
        text.append("      %s%n".formatted(words));
    }

    private static String about(Object fault) {
        String constant = fault.toString().toUpperCase(Locale.ROOT).replace('-', '_');
        return FaultKind.valueOf(constant).about();
    }

    private static String words(Object value) {
        if (value instanceof Map<?, ?> fields) {
            return fields.entrySet().stream()
                    .map(field -> field.getKey() + " " + field.getValue())
                    .collect(Collectors.joining(", "));
        }
        return value instanceof List<?> list
                ? list.stream().map(String::valueOf).collect(Collectors.joining(", "))
                : value.toString();
    }
}
