package dev.understudy.settings;

import dev.understudy.time.ClockMode;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Values for all settings, checked when they are made. A flag wins over a variable, a variable over a file, a file over
 * the default.
 */
public final class Settings {

    private final Map<Setting, Given> given;

    private Settings(Map<Setting, Given> given) {
        this.given = new EnumMap<>(Setting.class);
        this.given.putAll(given);
        try {
            check();
        } catch (SettingException e) {
            throw e.setting().flatMap(this::fileLine).map(e::in).orElse(e);
        }
    }

    /** All settings at their defaults. */
    public static Settings defaults() {
        return new Settings(Map.of());
    }

    /**
     * Settings from a file, with the environment on top, and flags on top of that.
     *
     * @param file a YAML file; empty for none
     * @throws SettingException if the file or a value cannot be used
     */
    public static Settings of(Map<Setting, String> flags, Function<String, String> environment, Optional<Path> file) {
        Map<Setting, Given> given = new EnumMap<>(Setting.class);
        file.map(SettingsFile::read).ifPresent(given::putAll);
        for (Setting setting : Setting.values()) {
            String value = environment.apply(setting.variable());
            if (value != null && !value.isBlank()) {
                given.put(setting, new Given(value.trim(), new Origin.Environment(setting.variable())));
            }
        }
        flags.forEach((setting, value) -> given.put(setting, new Given(value, flag(setting))));
        return new Settings(given);
    }

    /** The same settings but for one, as if a flag had given it. */
    public Settings with(Setting setting, String value) {
        Map<Setting, Given> changed = new EnumMap<>(Setting.class);
        changed.putAll(given);
        changed.put(setting, new Given(value, flag(setting)));
        return new Settings(changed);
    }

    /** The value as it was written. */
    public String text(Setting setting) {
        Given value = given.get(setting);
        return value == null ? setting.byDefault() : value.value();
    }

    public Origin origin(Setting setting) {
        Given value = given.get(setting);
        return value == null ? new Origin.Default() : value.origin();
    }

    private static Origin flag(Setting setting) {
        return new Origin.Flag("--" + setting.flag());
    }

    public String host() {
        return text(Setting.HOST);
    }

    public int port() {
        return (int) number(Setting.PORT, 0, 65_535);
    }

    /** What HTTPS is served with; empty for plain HTTP. */
    public Optional<Tls> tls() {
        return Tls.of(this);
    }

    public Http2 http2() {
        return choice(Setting.HTTP2, Http2.class);
    }

    public Pace pace() {
        return choice(Setting.PACE, Pace.class);
    }

    /** What moves jobs for which nobody chose anything else. */
    public Progression progression() {
        return Progression.of(text(Setting.PROGRESSION), polls().queued(), polls().processing());
    }

    /** How many polls find a job waiting, and at work, where polls move it. */
    public Progression.Polls polls() {
        return Quantity.polls(Setting.POLLS, text(Setting.POLLS));
    }

    /** How fresh clocks run. */
    public ClockMode clock() {
        return ClockMode.of(text(Setting.CLOCK), Quantity.scale(Setting.CLOCK_SCALE, text(Setting.CLOCK_SCALE)));
    }

    /** What fresh clocks begin with; empty for the machine's time. */
    public Optional<Instant> now() {
        return text(Setting.NOW).equals(Setting.NOW.byDefault())
                ? Optional.empty()
                : Optional.of(Quantity.instant(Setting.NOW, text(Setting.NOW)));
    }

    /** The seed; empty if each start is to draw its own. */
    public OptionalLong seed() {
        return text(Setting.SEED).equals("random")
                ? OptionalLong.empty()
                : OptionalLong.of(number(Setting.SEED, Long.MIN_VALUE, Long.MAX_VALUE));
    }

    public AccountLevel level() {
        return choice(Setting.LEVEL, AccountLevel.class);
    }

    public RetryAfter retryAfter() {
        return choice(Setting.RETRY_AFTER, RetryAfter.class);
    }

    /** In US dollars. */
    public BigDecimal balance() {
        return Quantity.amount(Setting.BALANCE, text(Setting.BALANCE));
    }

    public String profile() {
        return text(Setting.PROFILE);
    }

    /** A file with further models. */
    public Optional<Path> catalog() {
        return Optional.of(text(Setting.CATALOG))
                .filter(file -> !file.isEmpty())
                .map(Path::of);
    }

    public Egress egress() {
        return choice(Setting.EGRESS, Egress.class);
    }

    public List<String> egressAllow() {
        return Stream.of(text(Setting.EGRESS_ALLOW).split(","))
                .map(host -> host.trim().toLowerCase(Locale.ROOT))
                .filter(host -> !host.isEmpty())
                .toList();
    }

    public LongClip longClip() {
        return choice(Setting.LONG_CLIP, LongClip.class);
    }

    public ClipSize clipSize() {
        return choice(Setting.CLIP_SIZE, ClipSize.class);
    }

    public InitialStatus initialStatus() {
        return choice(Setting.INITIAL_STATUS, InitialStatus.class);
    }

    /** What says how long and how large a video of OpenAI's API may be. */
    public OpenAiVideos openAiVideos() {
        return choice(Setting.OPENAI_VIDEOS, OpenAiVideos.class);
    }

    public SoraGuideRules soraguide() {
        return choice(Setting.SORAGUIDE, SoraGuideRules.class);
    }

    public EachlabsAnswers eachlabsAnswers() {
        return choice(Setting.EACHLABS_ANSWERS, EachlabsAnswers.class);
    }

    /** In bytes. */
    public long maxBody() {
        return Quantity.bytes(Setting.MAX_BODY, text(Setting.MAX_BODY));
    }

    /** In bytes. */
    public long maxUpload() {
        return Quantity.bytes(Setting.MAX_UPLOAD, text(Setting.MAX_UPLOAD));
    }

    /** Connections that are served at once. */
    public int maxConnections() {
        return (int) number(Setting.MAX_CONNECTIONS, 16, 1_000_000);
    }

    /** For a request's head, and for each pause in its body or in taking the answer; in real time. */
    public Duration requestTimeout() {
        return Quantity.duration(Setting.REQUEST_TIMEOUT, text(Setting.REQUEST_TIMEOUT));
    }

    public Duration fetchTimeout() {
        return Quantity.duration(Setting.FETCH_TIMEOUT, text(Setting.FETCH_TIMEOUT));
    }

    /** For one attempt, in real time. */
    public Duration webhookTimeout() {
        return Quantity.duration(Setting.WEBHOOK_TIMEOUT, text(Setting.WEBHOOK_TIMEOUT));
    }

    /** How long an answer in sync mode may take, on the sandbox's clock. */
    public Duration syncTimeout() {
        return Quantity.duration(Setting.SYNC_TIMEOUT, text(Setting.SYNC_TIMEOUT));
    }

    /** Entries that each journal keeps. */
    public int journalEntries() {
        return (int) number(Setting.JOURNAL_ENTRIES, 1, 1_000_000);
    }

    /** Memory that each journal may take, in bytes. */
    public long journalBytes() {
        return Quantity.bytes(Setting.JOURNAL_BYTES, text(Setting.JOURNAL_BYTES));
    }

    /** What control calls must carry, whatever the server listens on. */
    public Optional<String> controlToken() {
        return Optional.of(text(Setting.CONTROL_TOKEN)).filter(token -> !token.isEmpty());
    }

    public LogFormat log() {
        return choice(Setting.LOG, LogFormat.class);
    }

    private void check() {
        for (Setting setting : Setting.values()) {
            if (!setting.choices().isEmpty() && !setting.choices().contains(text(setting))) {
                String wanted = "one of " + String.join(", ", setting.choices());
                throw wrong(setting, text(setting), wanted + Nearest.hint(text(setting), setting.choices()));
            }
        }
        port();
        seed();
        balance();
        maxBody();
        maxUpload();
        maxConnections();
        requestTimeout();
        journalEntries();
        journalBytes();
        fetchTimeout();
        webhookTimeout();
        syncTimeout();
        polls();
        clock();
        now();
    }

    private <E extends Enum<E>> E choice(Setting setting, Class<E> type) {
        return Enum.valueOf(type, text(setting).toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private long number(Setting setting, long least, long most) {
        try {
            long value = Long.parseLong(text(setting));
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException e) {
            // Reported below, together with numbers out of range.
        }
        throw wrong(setting, text(setting), "a number (" + setting.form() + ")");
    }

    private Optional<String> fileLine(Setting setting) {
        return origin(setting) instanceof Origin.File file ? Optional.of(file.words()) : Optional.empty();
    }

    static SettingException wrong(Setting setting, String value, String wanted) {
        return new SettingException(
                setting, "--%s (%s): '%s' is not %s".formatted(setting.flag(), setting.variable(), value, wanted));
    }
}
