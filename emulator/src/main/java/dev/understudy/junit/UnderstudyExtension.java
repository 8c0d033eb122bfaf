package dev.understudy.junit;

import dev.understudy.settings.AccountLevel;
import dev.understudy.settings.Pace;
import dev.understudy.settings.Setting;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * An emulator for the tests of a class, in the same process, on a port of its own.
 *
 * <pre>{@code
 * @RegisterExtension
 * static final UnderstudyExtension understudy = UnderstudyExtension.builder().pace(Pace.REALISTIC).build();
 *
 * @Test
 * void makes_a_trailer(@BaseUrl URI api, @ApiKey String key, VirtualClock clock) { … }
 * }</pre>
 *
 * Each test method, and each run of a repeated or parameterized one, has an API key of its own, and with it a clock,
 * faults, money and a journal: tests can run in parallel. {@code @BeforeEach} and {@code @AfterEach} share the key of
 * their test. The key follows from the test's name and the seed, so a run can be repeated.
 *
 * <p>All classes of a run that want the same settings share one server, which ends with the run.
 *
 * <p>Parameters of tests, of {@code @BeforeEach} and {@code @AfterEach} methods and of constructors (with one instance
 * for each test) can be: {@link BaseUrl @BaseUrl} {@code URI} or {@code String}, {@link ApiKey @ApiKey} {@code String},
 * {@link VirtualClock}, {@link dev.understudy.SandboxHandle} and {@link dev.understudy.Understudy}; the first and the
 * last everywhere else, too.
 *
 * <p>A test that fails shows the seed and the journal of its sandbox; {@code -Dunderstudy.seed=…} repeats it.
 */
public final class UnderstudyExtension extends SandboxLifecycle {

    private final Options options;

    private UnderstudyExtension(Options options) {
        this.options = options;
    }

    /** The defaults: seed 1, the clock frozen, the pace {@code fast}, everything else as on the command line. */
    public static Builder builder() {
        return new Builder(Options.DEFAULT);
    }

    @Override
    Options options(ExtensionContext context) {
        return options;
    }

    /** What the server and the sandboxes of the tests are to be like. Each call gives a new builder. */
    public static final class Builder {

        private final Options options;

        private Builder(Options options) {
            this.options = options;
        }

        /** The system property {@code understudy.seed} wins over it. */
        public Builder seed(long seed) {
            return with(Setting.SEED, Long.toString(seed));
        }

        public Builder pace(Pace pace) {
            return new Builder(options.with(Setting.PACE, word(pace)));
        }

        public Builder level(AccountLevel level) {
            return with(Setting.LEVEL, word(level));
        }

        public Builder profile(String name) {
            return with(Setting.PROFILE, name);
        }

        /**
         * Any setting of {@code docs/settings.md}, as it would be written on the command line.
         *
         * @throws dev.understudy.settings.SettingException if that is no value for it
         */
        public Builder with(Setting setting, String value) {
            return new Builder(options.with(setting, value));
        }

        /** How the clock of each test begins; frozen if this is not called. */
        public Builder time(Time time) {
            return new Builder(options.with(time));
        }

        /** Lets tests pass although faults that they scripted were never hit. */
        public Builder allowUnspentFaults() {
            return new Builder(options.allowingUnspentFaults());
        }

        /** Does not share a server with other classes, even if they want the same settings. */
        public Builder ownServer() {
            return new Builder(options.withOwnServer());
        }

        public UnderstudyExtension build() {
            return new UnderstudyExtension(options);
        }

        private static String word(Enum<?> choice) {
            return choice.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }
}
