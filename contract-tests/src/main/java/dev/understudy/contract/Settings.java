package dev.understudy.contract;

import dev.understudy.contract.plan.Terms;
import dev.understudy.contract.register.Provider;
import dev.understudy.contract.spend.Budget;
import dev.understudy.contract.target.Pacing;
import dev.understudy.contract.target.TargetException;
import dev.understudy.contract.target.TargetKind;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a run was told: a JUnit configuration parameter or system property such as {@code contract.max-wait}, or else the
 * environment variable of the same name, {@code CONTRACT_MAX_WAIT}.
 */
public final class Settings {
    /** A URL or the name of a provider. */
    public static final String TARGET = "contract.target";
    /** The beginning of the ids that are to be run. */
    public static final String FILTER = "contract.filter";
    /** The providers whose cases are to be run, by their words, with commas between them. */
    public static final String PROVIDER = "contract.provider";
    /** The folder for the reports. */
    public static final String REPORTS = "contract.reports";
    /** How long one prediction may take, such as {@code 90s} or {@code PT5M}. */
    public static final String MAX_WAIT = "contract.max-wait";
    /** The pause between polls, such as {@code 0.2s}. */
    public static final String POLL_INTERVAL = "contract.poll-interval";

    /** How long one answer may take, such as {@code 30s}. */
    public static final String TIMEOUT = "contract.timeout";

    /** The folder with the recordings; those that the kit brings along when there is none. */
    public static final String EVIDENCE = "contract.evidence";
    /** {@code true} to write recordings of what holds on the real service. */
    public static final String RECORD = "contract.record";
    /** The models that may be run on the real service beside the one for characters, with commas between them. */
    public static final String ALLOW = "contract.allow";
    /** What was verified within this time is not looked at again, such as {@code 30d}. */
    public static final String MAX_AGE = "contract.max-age";

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

    /**
     * Whose cases are to be run: of all providers, but on a live target, which costs money, of WaveSpeed alone.
     *
     * @throws TargetException when a word is no provider
     */
    public Set<Provider> providers(TargetKind kind) {
        Set<Provider> unlessTold =
                kind == TargetKind.LIVE ? EnumSet.of(Provider.WAVESPEED) : EnumSet.allOf(Provider.class);
        return get(PROVIDER)
                .map(text -> Arrays.stream(text.split(",", -1))
                        .map(Settings::provider)
                        .collect(Collectors.toSet()))
                .orElse(unlessTold);
    }

    /** The words that were given; empty when none were. */
    public Optional<String> chosenProviders() {
        return get(PROVIDER);
    }

    private static Provider provider(String word) {
        return Provider.of(word.strip()).orElseThrow(() -> {
            String known = Arrays.stream(Provider.values()).map(Provider::word).collect(Collectors.joining(", "));
            return new TargetException("No provider is called '" + word.strip() + "'; known here: " + known);
        });
    }

    public String reports() {
        return get(REPORTS).orElse("target/contract");
    }

    public Optional<Path> evidence() {
        return get(EVIDENCE).map(Path::of);
    }

    /**
     * @throws TargetException when there is nowhere to write to
     */
    public boolean record() {
        boolean record = get(RECORD).map(Boolean::parseBoolean).orElse(false);
        if (record && evidence().isEmpty()) {
            throw new TargetException("To record, name the folder: --evidence DIR or CONTRACT_EVIDENCE");
        }
        return record;
    }

    public Set<String> allowed() {
        return get(ALLOW)
                .map(text -> Arrays.stream(text.split(",")).map(String::strip).collect(Collectors.toSet()))
                .orElse(Set.of());
    }

    public Optional<Duration> maxAge() {
        return get(MAX_AGE).map(Settings::duration);
    }

    /**
     * Reads all that can be mistyped, so that it is one sentence before the run and not one error for each case.
     *
     * @throws TargetException when something makes no sense
     * @throws dev.understudy.contract.spend.SpendException when the budget is no amount
     */
    public void check() {
        pacing(Pacing.REMOTE);
        providers(TargetKind.EMULATOR);
        record();
        maxAge();
        budget();
    }

    /** What a plan for a live target has to keep to. */
    public Terms terms(BigDecimal budget, Instant now) {
        return new Terms(providers(TargetKind.LIVE), filter(), maxAge(), budget, allowed(), now);
    }

    /** What the environment allows to be spent. */
    public Budget budget() {
        return Budget.from(environment);
    }

    /** Whether the environment says what may be spent. */
    public boolean hasBudget() {
        return !environment.getOrDefault(Budget.VARIABLE, "").isBlank();
    }

    public Pacing pacing(Pacing unlessTold) {
        return new Pacing(
                get(MAX_WAIT).map(Settings::duration).orElse(unlessTold.maxWait()),
                get(POLL_INTERVAL).map(Settings::duration).orElse(unlessTold.pollInterval()),
                get(TIMEOUT).map(Settings::duration).orElse(unlessTold.answerWithin()));
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
            return Duration.parse(text.startsWith("P") ? text : text.matches("\\d+[dD]") ? "P" + text : "PT" + text);
        } catch (DateTimeParseException e) {
            throw new TargetException("Not a duration such as 90s or 0.2s: " + text, e);
        }
    }
}
