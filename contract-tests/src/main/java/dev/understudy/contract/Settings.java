package dev.understudy.contract;

import dev.understudy.contract.target.Pacing;
import dev.understudy.contract.target.TargetException;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a run was told: a JUnit configuration parameter or system property such as {@code contract.max-wait}, or else the
 * environment variable of the same name, {@code CONTRACT_MAX_WAIT}.
 */
public final class Settings {
    /** A URL or the name of a provider. */
    public static final String TARGET = "contract.target";
    /** The beginning of the ids that are to be run. */
    public static final String FILTER = "contract.filter";
    /** The folder for the reports. */
    public static final String REPORTS = "contract.reports";
    /** How long one prediction may take, such as {@code 90s} or {@code PT5M}. */
    public static final String MAX_WAIT = "contract.max-wait";
    /** The pause between polls, such as {@code 0.2s}. */
    public static final String POLL_INTERVAL = "contract.poll-interval";

    private final Function<String, Optional<String>> parameters;
    private final Map<String, String> environment;

    public Settings(Function<String, Optional<String>> parameters, Map<String, String> environment) {
        this.parameters = parameters;
        this.environment = environment;
    }

    public Optional<String> target() {
        return get(TARGET);
    }

    /** Empty when all cases are to be run. */
    public String filter() {
        return get(FILTER).orElse("");
    }

    public String reports() {
        return get(REPORTS).orElse("target/contract");
    }

    public Pacing pacing(Pacing unlessTold) {
        return new Pacing(
                get(MAX_WAIT).map(Settings::duration).orElse(unlessTold.maxWait()),
                get(POLL_INTERVAL).map(Settings::duration).orElse(unlessTold.pollInterval()));
    }

    Map<String, String> environment() {
        return environment;
    }

    private Optional<String> get(String name) {
        String variable = name.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
        return parameters
                .apply(name)
                .or(() -> Optional.ofNullable(environment.get(variable)))
                .filter(value -> !value.isBlank());
    }

    /**
     * @throws TargetException when the text is no duration
     */
    private static Duration duration(String text) {
        try {
            return Duration.parse(text.startsWith("P") ? text : "PT" + text);
        } catch (DateTimeParseException e) {
            throw new TargetException("Not a duration such as 90s or 0.2s: " + text, e);
        }
    }
}
