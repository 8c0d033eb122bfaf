package dev.understudy.junit;

import dev.understudy.Faults;
import dev.understudy.SandboxHandle;
import dev.understudy.Understudy;
import dev.understudy.settings.AccountLevel;
import dev.understudy.settings.Pace;
import dev.understudy.settings.Progression;
import dev.understudy.settings.Setting;
import dev.understudy.time.ClockMode;
import java.time.Instant;
import java.util.Locale;
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
 * {@link VirtualClock}, {@link Faults}, {@link SandboxHandle} and {@link Understudy}; the first and the last everywhere
 * else, too.
 *
 * <p>A test that passes although a fault that it scripted was never hit, or not often enough, fails: it has not tested
 * what it says. A test that fails shows the seed and the journal of its sandbox; {@code -Dunderstudy.seed=…} repeats it.
 */
public final class UnderstudyExtension extends SandboxLifecycle {

    /**
     * What the clock of a test shows at first, unless it is told otherwise or runs. The same in every run, so that
     * answers are the same to the byte; noon, so that no time zone makes another day of it.
     */
    public static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

    private final Options options;

    private UnderstudyExtension(Options options) {
        this.options = options;
    }

    /**
     * The defaults: seed 1, the clock frozen at {@link #START}, a free port, and everything else as on the command line.
     */
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
            return with(Setting.PACE, word(pace));
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

        /**
         * How the clock of each test runs. {@code real} is for code that really waits, best with the progression
         * {@code polls} or {@code immediate}: on a frozen clock, a loop of polls that nothing else moves never ends.
         */
        public Builder clock(ClockMode mode) {
            Builder chosen = with(Setting.CLOCK, mode.word());
            return mode instanceof ClockMode.Scaled scaled
                    ? chosen.with(Setting.CLOCK_SCALE, Double.toString(scaled.factor()))
                    : chosen;
        }

        /** What moves jobs for which nobody chose anything else. */
        public Builder progression(Progression progression) {
            Builder chosen = with(Setting.PROGRESSION, progression.word());
            return progression instanceof Progression.Polls polls
                    ? chosen.with(Setting.POLLS, polls.queued() + "," + polls.processing())
                    : chosen;
        }

        /** Lets tests pass although faults that they scripted were never hit. */
        public Builder allowUnspentFaults() {
            return new Builder(options.allowingUnspentFaults());
        }

        /**
         * Does not share a server with other classes, even if they want the same settings. With a field that is not
         * static, each test has its own.
         */
        public Builder ownServer() {
            return new Builder(options.withOwnServer());
        }

        public UnderstudyExtension build() {
            return new UnderstudyExtension(options);
        }

        private static String word(Enum<?> choice) {
            return choice.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
