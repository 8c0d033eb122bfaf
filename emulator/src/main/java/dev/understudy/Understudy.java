package dev.understudy;

import dev.understudy.control.Control;
import dev.understudy.dialect.eachlabs.EachLabs;
import dev.understudy.dialect.openai.OpenAi;
import dev.understudy.dialect.soraguide.SoraGuide;
import dev.understudy.dialect.storage.StorageHost;
import dev.understudy.dialect.wavespeed.WaveSpeed;
import dev.understudy.http.Server;
import dev.understudy.sandbox.Sandboxes;
import dev.understudy.settings.AccountLevel;
import dev.understudy.settings.Egress;
import dev.understudy.settings.Pace;
import dev.understudy.settings.Progression;
import dev.understudy.settings.Setting;
import dev.understudy.settings.Settings;
import dev.understudy.time.ClockMode;
import dev.understudy.time.Draw;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.function.BooleanSupplier;

/**
 * A running emulator of the Sora 2 Characters API and the prediction API around it.
 *
 * <pre>{@code
 * try (Understudy understudy = Understudy.builder().seed(42).start()) {
 *     URI baseUrl = understudy.baseUrl(); // any API key works, and each has a sandbox of its own
 * }
 * }</pre>
 */
public final class Understudy implements AutoCloseable {

    private final Settings settings;
    private final long seed;
    private final Sandboxes sandboxes;
    private final Server server;
    private final Control control;

    private Understudy(Settings settings, BooleanSupplier ready) {
        this.settings = settings;
        this.seed = settings.seed().orElseGet(Draw::freshSeed);
        this.sandboxes = new Sandboxes(settings, seed);
        this.control = new Control(sandboxes, version(), settings, ready, OpenAi.EVENTS);
        try {
            this.server = new Server(
                    settings,
                    List.of(
                            new WaveSpeed(sandboxes, settings.initialStatus()),
                            new OpenAi(sandboxes, settings.openAiVideos()),
                            new SoraGuide(sandboxes, settings.soraguide()),
                            new EachLabs(sandboxes, settings.eachlabsAnswers()),
                            new StorageHost(sandboxes.media()),
                            control),
                    sandboxes.scratch(),
                    sandboxes.metrics());
        } catch (RuntimeException e) {
            sandboxes.close();
            throw e;
        }
    }

    /** A server on a free loopback port, to be configured and started. */
    public static Builder builder() {
        return new Builder(Settings.defaults().with(Setting.PORT, "0"));
    }

    /**
     * Starts a server with settings that came from elsewhere, such as a command line.
     *
     * @throws IllegalArgumentException if they name a profile that does not exist, or a catalog that is unusable
     * @throws RuntimeException if the address cannot be listened on
     */
    public static Understudy start(Settings settings) {
        return start(settings, () -> true);
    }

    /**
     * Starts a server that tells probes that it is ready only once it is; all other calls are answered from the start.
     *
     * @param ready is asked whenever a probe asks
     */
    public static Understudy start(Settings settings, BooleanSupplier ready) {
        return new Understudy(settings, ready);
    }

    /** The version of this emulator. */
    public static String version() {
        try (InputStream file = Understudy.class.getResourceAsStream("version.properties")) {
            Properties properties = new Properties();
            properties.load(file);
            return properties.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where this server is reached, without a slash at the end. A server on all interfaces gives its loopback. */
    public URI baseUrl() {
        String host = settings.host().equals("0.0.0.0") || settings.host().equals("::") ? "127.0.0.1" : settings.host();
        String scheme = settings.tls().isPresent() ? "https" : "http";
        return URI.create(scheme + "://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + server.port());
    }

    /**
     * The certificate that clients are to trust where HTTPS is served, in PEM; empty where it is not. The file is gone
     * when the server is closed.
     */
    public Optional<Path> certificate() {
        return server.certificate();
    }

    /** The seed in use, drawn at the start if none was asked for. Starting with it again repeats the run. */
    public long seed() {
        return seed;
    }

    /**
     * What control calls over the wire must carry in the header {@code Understudy-Token}; empty if any program on this
     * machine may make them, which is so on loopback unless {@link Setting#CONTROL_TOKEN} is set.
     */
    public Optional<String> controlToken() {
        return control.token();
    }

    /** What belongs to one API key: its clock and its journal. */
    public SandboxHandle sandbox(String apiKey) {
        return new SandboxHandle(sandboxes.of(apiKey));
    }

    /**
     * Waits for the answer to a first call, if one comes soon.
     *
     * @param soon in real time
     * @param most that the answer may take, in real time
     * @return whether a call has been answered
     */
    public boolean awaitFirstAnswer(Duration soon, Duration most) {
        return server.awaitFirstAnswer(soon, most);
    }

    /** Makes what the first call to each provider's API would have to wait for. */
    public void prepare() {
        sandboxes.models();
        server.prepare();
    }

    /** What has happened up to now, over all API keys. */
    public RunReport report() {
        return RunReport.of(seed, sandboxes.all());
    }

    /**
     * Lets calls that are being answered come to their ends, and refuses new ones with 503. {@link #close} alone cuts
     * off what is under way.
     *
     * @param most of real time that this may take
     */
    public void drain(Duration most) {
        server.drain(most);
    }

    /** Stops listening and deletes what was uploaded. */
    @Override
    public void close() {
        server.close();
        sandboxes.close();
    }

    /** Settings of a server that runs inside another program. Each call gives a new builder. */
    public static final class Builder {

        private final Settings settings;

        private Builder(Settings settings) {
            this.settings = settings;
        }

        /** 0, the default here, picks a free port. */
        public Builder port(int port) {
            return with(Setting.PORT, Integer.toString(port));
        }

        public Builder pace(Pace pace) {
            return with(Setting.PACE, word(pace));
        }

        /** What moves jobs for which nobody chose anything else. */
        public Builder progression(Progression progression) {
            Builder chosen = with(Setting.PROGRESSION, progression.word());
            return progression instanceof Progression.Polls polls
                    ? chosen.with(Setting.POLLS, polls.queued() + "," + polls.processing())
                    : chosen;
        }

        /** How the clocks of fresh keys run. */
        public Builder clock(ClockMode mode) {
            Builder chosen = with(Setting.CLOCK, mode.word());
            return mode instanceof ClockMode.Scaled scaled
                    ? chosen.with(Setting.CLOCK_SCALE, Double.toString(scaled.factor()))
                    : chosen;
        }

        /** What the clocks of fresh keys begin with; the machine's time by default. */
        public Builder now(Instant now) {
            return with(Setting.NOW, now.toString());
        }

        public Builder seed(long seed) {
            return with(Setting.SEED, Long.toString(seed));
        }

        public Builder level(AccountLevel level) {
            return with(Setting.LEVEL, word(level));
        }

        /** One of {@code stable}, {@code unstable}, {@code retired}. */
        public Builder profile(String name) {
            return with(Setting.PROFILE, name);
        }

        public Builder egress(Egress egress) {
            return with(Setting.EGRESS, word(egress));
        }

        /** Any setting, as it would be written on the command line. */
        public Builder with(Setting setting, String value) {
            return new Builder(settings.with(setting, value));
        }

        public Understudy start() {
            return Understudy.start(settings);
        }

        private static String word(Enum<?> choice) {
            return choice.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
