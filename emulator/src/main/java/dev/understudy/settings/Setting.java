package dev.understudy.settings;

import dev.understudy.time.ClockMode;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The one table of settings: the command line, the environment, the help text and {@code docs/settings.md} all come
 * from these rows.
 */
public enum Setting {
    HOST("127.0.0.1", "ADDRESS", "Address to listen on; 0.0.0.0 for every interface."),
    PORT("8080", "0-65535", "Port to listen on; 0 picks a free one and prints it."),
    TLS_CERTIFICATE(
            "",
            "self-made|FILE",
            "Serves HTTPS: with a certificate made at the start, a chain in PEM, or a PKCS#12 store."),
    TLS_KEY("", "FILE", "Private key of a certificate in PEM: PKCS#8 without a password."),
    TLS_PASSWORD("", "PASSWORD", "Password of a PKCS#12 store."),
    HTTP2(Http2.class, Http2.TLS, "Where HTTP/2 is spoken: over TLS, in the clear too (h2c), or nowhere."),
    PACE(Pace.class, Pace.FAST, "How long jobs take that time moves: well under a second, or as long as documented."),
    PROGRESSION(
            Progression.WORDS,
            "time",
            "What moves jobs: the clock, nothing (they end at once), the polls of their owner, or steps asked for."),
    POLLS(
            "1,1",
            "QUEUED,PROCESSING",
            "With polls: how many polls find a job waiting, and how many after those find it at work."),
    CLOCK(
            ClockMode.WORDS,
            "real",
            "How the clock of each API key begins: with the machine's, faster, or standing still."),
    CLOCK_SCALE("60", "NUMBER", "How many times as fast as the machine's a scaled clock runs, from 0.001 to 100000."),
    NOW("machine", "INSTANT", "What the clock of each API key begins with, such as 2026-03-01T00:00:00Z."),
    SEED("random", "NUMBER", "Seed of ids, waiting times and profile draws; the same seed repeats a run."),
    LEVEL(AccountLevel.class, AccountLevel.UNLIMITED, "Account level whose per-minute and concurrency limits apply."),
    RETRY_AFTER(
            RetryAfter.class,
            RetryAfter.OFF,
            "Whether those limits' 429s carry Retry-After; the real service documents none."),
    BALANCE(
            "1000000",
            "AMOUNT",
            "Opening balance of each API key, in US dollars; jobs that it does not cover are refused."),
    PROFILE(
            "stable",
            "NAME|FILE",
            "Named misbehaviour, see understudy profiles; or a file with rules of your own, see docs/faults.md."),
    CATALOG("", "FILE", "Catalog file whose models are added to the built-in ones, or replace them."),
    EGRESS(Egress.class, Egress.PRIVATE, "Hosts that media may be fetched from; other URLs are judged by their hints."),
    EGRESS_ALLOW("", "HOST,HOST…", "Further hosts that media may be fetched from."),
    LONG_CLIP(LongClip.class, LongClip.REJECT, "A clip over 4 s fails the job, or counts as cut to its first 4 s."),
    CLIP_SIZE(ClipSize.class, ClipSize.WARN, "A clip under 720p or over 1080p is noted in the journal, or fails."),
    INITIAL_STATUS(InitialStatus.class, InitialStatus.QUEUED, "The status that a poll of a waiting job shows."),
    OPENAI_VIDEOS(
            OpenAiVideos.class,
            OpenAiVideos.GUIDE,
            "Lengths and sizes of videos by OpenAI's guide (up to 20 s and 1080p), or its specification."),
    SORAGUIDE(
            SoraGuideRules.class,
            SoraGuideRules.GUIDE,
            "Whose rules the guide's API has for timestamps: the guide's, or the proxies', who always need 1 to 3 s."),
    EACHLABS_ANSWERS(
            EachlabsAnswers.class,
            EachlabsAnswers.PRODUCTION,
            "What each::labs answers where, by its own word, production is not as documented."),
    MAX_BODY("32m", "BYTES", "Largest JSON body; data URIs count. Suffixes k and m."),
    MAX_UPLOAD("300m", "BYTES", "Largest uploaded or fetched file. Suffixes k and m."),
    MAX_CONNECTIONS("4096", "16-1000000", "Connections served at once; further ones wait until one has ended."),
    REQUEST_TIMEOUT(
            "30s",
            "SECONDS",
            "Longest time for a request's head, and longest pause in its body or in taking an answer, such as 500ms."),
    FETCH_TIMEOUT("10s", "SECONDS", "Longest time that fetching a file may take in all, such as 10s or 500ms."),
    WEBHOOK_TIMEOUT(
            "10s", "SECONDS", "Longest time that a webhook's receiver may take to answer, such as 10s or 500ms."),
    SYNC_TIMEOUT("90s", "SECONDS", "Longest time that sync mode waits for a job, on the sandbox's clock."),
    JOURNAL_ENTRIES("1000", "1-1000000", "Entries that the journal of each API key keeps; the oldest go first."),
    JOURNAL_BYTES("4m", "BYTES", "Memory that the journal of each API key may take, as estimated. Suffixes k and m."),
    CONTROL_TOKEN(
            "", "TOKEN", "Wanted in the header Understudy-Token of control calls; drawn and printed off loopback."),
    LOG(LogFormat.class, LogFormat.TEXT, "Format of the lines on standard output.");

    private final String byDefault;
    private final List<String> choices;
    private final String form;
    private final String about;

    Setting(String byDefault, String form, String about) {
        this.byDefault = byDefault;
        this.choices = List.of();
        this.form = form;
        this.about = about;
    }

    <E extends Enum<E>> Setting(Class<E> type, E byDefault, String about) {
        this.byDefault = word(byDefault);
        this.choices = Stream.of(type.getEnumConstants()).map(Setting::word).toList();
        this.form = String.join("|", choices);
        this.about = about;
    }

    Setting(List<String> choices, String byDefault, String about) {
        this.byDefault = byDefault;
        this.choices = choices;
        this.form = String.join("|", choices);
        this.about = about;
    }

    /** Its name on the command line, without the dashes: {@code initial-status}. */
    public String flag() {
        return word(this);
    }

    /** Its environment variable: {@code UNDERSTUDY_INITIAL_STATUS}. */
    public String variable() {
        return "UNDERSTUDY_" + name();
    }

    public String byDefault() {
        return byDefault;
    }

    /** The values it takes, as a person would write them down: {@code fast|realistic}. */
    public String form() {
        return form;
    }

    public String about() {
        return about;
    }

    /** The only words it takes; empty where it takes numbers or names. */
    public List<String> choices() {
        return choices;
    }

    /** Whether its value is to be kept out of everything that is printed. */
    public boolean secret() {
        return this == CONTROL_TOKEN || this == TLS_PASSWORD;
    }

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
