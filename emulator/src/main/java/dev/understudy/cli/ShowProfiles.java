package dev.understudy.cli;

import dev.understudy.fault.Profile;
import dev.understudy.fault.Rule;
import dev.understudy.settings.LogFormat;
import dev.understudy.settings.Nearest;
import dev.understudy.settings.Setting;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Lists the profiles with what each rests on, or tells all about one of them or of a file. */
final class ShowProfiles implements Command {

    private static final Option LOG = Option.of(Setting.LOG);

    @Override
    public Spec spec() {
        return Spec.of("profiles", "list the named misbehaviours and what they rest on", LOG)
                .taking(new Operands("[NAME|FILE]", 1));
    }

    @Override
    public List<String> words() {
        return Profile.names();
    }

    @Override
    public int run(Arguments arguments) {
        boolean one = !arguments.words().isEmpty();
        List<Profile> profiles = one
                ? List.of(named(arguments.words().get(0)))
                : Profile.names().stream().map(Profile::named).toList();
        System.out.println(
                format(arguments) == LogFormat.JSON
                        ? JsonLine.of(Map.of(
                                "profiles",
                                profiles.stream().map(ShowProfiles::facts).toList()))
                        : profiles.stream()
                                .map(profile -> ProfileText.of(profile, one))
                                .collect(Collectors.joining(System.lineSeparator())));
        return 0;
    }

    private static Profile named(String name) {
        try {
            return Profile.named(name);
        } catch (IllegalArgumentException e) {
            throw new UsageException(e.getMessage());
        }
    }

    private static LogFormat format(Arguments arguments) {
        String word = arguments.value(LOG).orElse(LOG.choices().get(0));
        if (!LOG.choices().contains(word)) {
            throw new UsageException("--log: '%s' is not one of %s%s"
                    .formatted(word, String.join(", ", LOG.choices()), Nearest.hint(word, LOG.choices())));
        }
        return LogFormat.values()[LOG.choices().indexOf(word)];
    }

    private static Map<String, Object> facts(Profile profile) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("name", profile.name());
        facts.put("about", profile.about());
        facts.put("rules", profile.rules().stream().map(Rule::fields).toList());
        return facts;
    }
}
